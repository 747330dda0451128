import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const hostChange =
  ({ hosts }: Services): Handler<'host.change'> =>
  async (input, caller) => {
    const host = personOf(caller)
    return hosts.change(hosts.of(input.code, host), host, input)
  }
