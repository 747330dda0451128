import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const hostDesk =
  ({ hosts }: Services): Handler<'host.desk'> =>
  async ({ code }, caller) =>
    hosts.desk(hosts.of(code, personOf(caller)))
