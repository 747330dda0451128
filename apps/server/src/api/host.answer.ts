import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const hostAnswer =
  ({ hosts }: Services): Handler<'host.answer'> =>
  async ({ code, waiting, letIn }, caller) =>
    hosts.answer(hosts.of(code, personOf(caller)), waiting, letIn)
