import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const introductionsFound =
  ({ introductions }: Services): Handler<'introductions.found'> =>
  async ({ id }, caller) =>
    introductions.found(id, personOf(caller))
