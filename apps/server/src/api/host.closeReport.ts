import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const hostCloseReport =
  ({ hosts }: Services): Handler<'host.closeReport'> =>
  async ({ code, report }, caller) =>
    hosts.closeReport(hosts.of(code, personOf(caller)), report)
