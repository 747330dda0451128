import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const hostCallAll =
  ({ hosts }: Services): Handler<'host.callAll'> =>
  async ({ code }, caller) => {
    await hosts.callAll(hosts.of(code, personOf(caller)))
    return {}
  }
