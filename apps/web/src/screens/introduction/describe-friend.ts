/** A mutual friend in words: the name from this device, one's own story, and how the other knows them (REV4). Pure. */
import type { MutualFriendView, Tie } from '@kith/protocol'
import { entryWithName, type Labels } from '../../state/labels.ts'

export interface Described {
  /** One's own entry that has the name. */
  readonly entry: string | undefined
  readonly name: string
  /** One's own story. */
  readonly mine: string | undefined
  /** Theirs, or how they know them in a word. */
  readonly theirs: string
}

/** A mutual friend in words. A group may hold several of one's own entries: the first with a name, and the first story. */
export const describeFriend = (
  friend: MutualFriendView,
  labels: Labels,
  ties: Readonly<Record<Tie, string>>,
  unnamed: string,
): Described => {
  const entry = entryWithName(labels, friend.entries)
  return {
    entry,
    name: (entry && labels.nameOf(entry)) ?? unnamed,
    mine: friend.entries.map((id) => labels.storyOf(id)).find((story) => story !== undefined),
    theirs: friend.story ?? ties[friend.tie],
  }
}
