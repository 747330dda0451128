import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const hostRemove =
  ({ hosts }: Services): Handler<'host.remove'> =>
  async ({ code, report }, caller) =>
    hosts.remove(hosts.of(code, personOf(caller)), report)
