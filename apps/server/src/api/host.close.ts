import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const hostClose =
  ({ hosts }: Services): Handler<'host.close'> =>
  async ({ code }, caller) => {
    await hosts.close(hosts.of(code, personOf(caller)))
    return {}
  }
