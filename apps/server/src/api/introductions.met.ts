import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const introductionsMet =
  ({ introductions }: Services): Handler<'introductions.met'> =>
  async ({ id, met }, caller) =>
    introductions.met(id, personOf(caller), met)
