/**
 * All that Kith says, by screen. Types only: the words travel with their screens. Who adds a file to en/ adds its line
 * here, and from then on every other language must have it.
 */
import type { door } from './en/door.ts'
import type { pieces } from './en/pieces.ts'

export interface Messages {
  door: typeof door
  pieces: typeof pieces
}
