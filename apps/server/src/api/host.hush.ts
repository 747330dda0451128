import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const hostHush =
  ({ hosts }: Services): Handler<'host.hush'> =>
  async ({ code, until }, caller) => {
    await hosts.hush(hosts.of(code, personOf(caller)), until)
    return {}
  }
