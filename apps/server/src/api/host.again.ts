import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const hostAgain =
  ({ hosts, opening }: Services): Handler<'host.again'> =>
  async ({ code, ...times }, caller) => {
    const host = personOf(caller)
    return opening.again(hosts.of(code, host), times, host, caller.address)
  }
