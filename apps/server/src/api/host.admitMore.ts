import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const hostAdmitMore =
  ({ hosts }: Services): Handler<'host.admitMore'> =>
  async ({ code }, caller) =>
    hosts.admitMore(hosts.of(code, personOf(caller)))
