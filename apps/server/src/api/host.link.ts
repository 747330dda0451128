import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const hostLink =
  ({ hosts }: Services): Handler<'host.link'> =>
  async ({ code }, caller) => ({ hostKey: await hosts.link(hosts.of(code, personOf(caller))) })
