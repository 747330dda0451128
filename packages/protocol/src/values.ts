/** The values that methods and live messages are made of. Bytes travel as base64url without padding. */
import Type, { type Static } from 'typebox'
import { CODE_PATTERN } from './code.ts'

/** One version for methods and live messages; a client of another one is asked to reload. */
export const PROTOCOL_VERSION = 1

const base64url = (bytes: number) => Type.String({ pattern: `^[A-Za-z0-9_-]{${Math.ceil((bytes * 4) / 3)}}$` })

export const RoomCode = Type.String({ pattern: CODE_PATTERN })
/** 16 random bytes: of a card (random for each viewer and room, REV1), an introduction, an entry (made by the device). */
export const Id = base64url(16)
/** RFC 9497 output of an identifier: 64 bytes. */
export const Token = base64url(64)
/** 64 elements of 32 bytes. */
export const Batch = base64url(2048)
export const Key = base64url(32)

/** Unix time in whole seconds. */
export const Time = Type.Integer({ minimum: 0, maximum: 4_102_444_800 })

export const FirstName = Type.String({ minLength: 1, maxLength: 40 })
export const Story = Type.String({ minLength: 1, maxLength: 140 })
export const TopicWords = Type.String({ minLength: 1, maxLength: 40 })

export const TIES = ['family', 'school', 'work', 'neighbourhood', 'interest', 'online', 'other'] as const
export const Tie = Type.Enum(TIES)
export type Tie = (typeof TIES)[number]

/** MUT4. */
export const Step = Type.Enum([0, 1, 3, 5, 10, 25, 50, 100] as const)

export const RoomSize = Type.Enum([10, 40, 150, 600, 5000] as const)

/** A topic as its viewer knows it: one of the host's, or the viewer's own words by their place among those tapped. */
export const TopicRef = Type.Object({
  of: Type.Enum(['host', 'own'] as const),
  index: Type.Integer({ minimum: 0, maximum: 11 }),
})
export type TopicRef = Static<typeof TopicRef>

/** SIGN1: twelve things in four colours. */
export const SIGN_THINGS = [
  'kite',
  'leaf',
  'boat',
  'star',
  'fish',
  'pear',
  'bell',
  'cup',
  'key',
  'hat',
  'bird',
  'moon',
] as const
export const SIGN_COLOURS = ['yellow', 'red', 'blue', 'green'] as const

/** What one says to the other while they look for each other. */
export const Coming = Type.Union([
  Type.Object({ say: Type.Literal('coming') }),
  /** `spot`: index into the room's spots; absent with `poster`: by the poster; absent without: just "come to me". */
  Type.Object({
    say: Type.Literal('come-to-me'),
    spot: Type.Optional(Type.Integer({ minimum: 0, maximum: 11 })),
    poster: Type.Optional(Type.Boolean()),
  }),
])
export type Coming = Static<typeof Coming>

export type { Static }
