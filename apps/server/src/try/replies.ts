/** What made-up people write: of a friend whom both know, then where they are to be found. */
import type { IntroductionView } from '@kith/protocol'
import type { CastMember } from './people/cast.ts'
import { SHARED_FRIENDS } from './people/friends.ts'
import type { Person } from './people/person.ts'

/** Names are on one's own device alone: whose entry is this? */
export type WhoIs = (entry: string) => Person | undefined

/** `to`: what the visitor has written; the talk is of whom it names, or of the rarest shared friend. */
export const replyOf = (
  { role, whereabouts }: CastMember,
  introduction: IntroductionView | undefined,
  whoIs: WhoIs,
  { nth, to }: { readonly nth: 0 | 1; readonly to: string },
): string => {
  if (nth === 1) return whereabouts
  const friends = (introduction?.listed ?? []).flatMap(({ entries }) => entries.map(whoIs).find(isThere) ?? [])
  const friend = friends.find(({ given }) => to.includes(given)) ?? friends[0]
  if (!friend) return 'Hello! Three weeks here, and I still take the wrong bus.'
  const own = role === 'ben' ? SHARED_FRIENDS.find(({ person }) => person.name === friend.name)?.reply : undefined
  return own ?? `${friend.given}! I did not expect that name tonight.`
}

const isThere = (person: Person | undefined): person is Person => person !== undefined
