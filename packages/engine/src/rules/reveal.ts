/** What is shown before an introduction (REV1) and after it (REV5). */
import { POLICY } from './policy.ts'
import type { Side } from './records.ts'

/** The tie that most of the mutual friends have in the viewer's own list, if they are five or more; −1 for none. */
export const mostlyFrom = (mutualFriends: number, perTie: ArrayLike<number>): number => {
  if (mutualFriends < POLICY.tieFrom) return -1
  for (let tie = 0; tie < perTie.length; tie++) if (perTie[tie]! * 2 > mutualFriends) return tie
  return -1
}

/** How often each side has tapped *Show five more*. */
export interface Listing {
  readonly a: number
  readonly b: number
}

export const newListing = (): Listing => ({ a: 0, b: 0 })

/** How many mutual friends are listed to both: five for the two waves, five more for each tap of both (REV5). */
export const listed = ({ a, b }: Listing, nameable: number): number =>
  Math.min(nameable, POLICY.listedAtATime * (1 + Math.min(a, b)))

/** One tap; nobody can be more than one ahead of the other, so that taps are not saved up. */
export const showFiveMore = (listing: Listing, side: Side): Listing => {
  const other = side === 'a' ? listing.b : listing.a
  return listing[side] > other ? listing : { ...listing, [side]: listing[side] + 1 }
}
