/**
 * The topics that one typed oneself, by room, in the order in which they were tapped: the server knows them only
 * scrambled and names them by their place (TOP2), so the words stay here.
 */
import type { TopicRef } from '@kith/protocol'

const key = (code: string): string => `kith.words.${code}`

export const keepOwnWords = (code: string, words: readonly string[]): void => {
  try {
    localStorage.setItem(key(code), JSON.stringify(words))
  } catch {
    // Without storage the card says "a topic of your own".
  }
}

export const ownWords = (code: string): readonly string[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(code)) ?? '[]')
    return Array.isArray(kept) ? kept.filter((word) => typeof word === 'string') : []
  } catch {
    return []
  }
}

/** Topics as words: the host's from the room, one's own from this device, or `unknown` where it has none. */
export const topicWords = (
  refs: readonly TopicRef[],
  hosts: readonly string[],
  own: readonly string[],
  unknown: string,
): string[] => refs.map(({ of, index }) => (of === 'host' ? hosts : own)[index] ?? unknown)
