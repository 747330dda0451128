import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const introductionsMore =
  ({ introductions }: Services): Handler<'introductions.more'> =>
  async ({ id, on }, caller) =>
    introductions.more(id, personOf(caller), on)
