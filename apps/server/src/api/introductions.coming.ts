import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const introductionsComing =
  ({ introductions }: Services): Handler<'introductions.coming'> =>
  async ({ id, coming }, caller) =>
    introductions.coming(id, personOf(caller), coming)
