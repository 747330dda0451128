/**
 * All that Kith says, by screen. Types only: the words travel with their screens. Who adds a file to en/ adds its line
 * here, and from then on every other language must have it.
 */
import type { bring } from './en/bring.ts'
import type { door } from './en/door.ts'
import type { errors } from './en/errors.ts'
import type { follows } from './en/follows.ts'
import type { host } from './en/host.ts'
import type { introduction } from './en/introduction.ts'
import type { join } from './en/join.ts'
import type { met } from './en/met.ts'
import type { open } from './en/open.ts'
import type { pieces } from './en/pieces.ts'
import type { poster } from './en/poster.ts'
import type { room } from './en/room.ts'
import type { sign } from './en/sign.ts'
import type { talk } from './en/talk.ts'
import type { topics } from './en/topics.ts'
import type { tryOut } from './en/try.ts'
import type { wall } from './en/wall.ts'

export interface Messages {
  door: typeof door
  pieces: typeof pieces
  bring: typeof bring
  follows: typeof follows
  topics: typeof topics
  room: typeof room
  introduction: typeof introduction
  sign: typeof sign
  talk: typeof talk
  met: typeof met
  host: typeof host
  join: typeof join
  open: typeof open
  poster: typeof poster
  try: typeof tryOut
  wall: typeof wall
  errors: typeof errors
}
