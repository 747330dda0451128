/** What two people say to each other while they look for each other, in words. */
import type { Coming } from '@kith/protocol'
import { sign as words } from '../../i18n/en/sign.ts'
import { useMessages } from '../../i18n/messages.ts'

export interface ComingWords {
  /** "I’m coming to you." */
  readonly mine: (coming: Coming) => string
  /** "Ben is coming to you." */
  readonly theirs: (coming: Coming, name: string) => string
}

export const useComing = (spots: readonly string[]): ComingWords => {
  const say = useMessages(words)
  const where = (coming: Coming): string | undefined => {
    if (coming.say === 'coming') return undefined
    return coming.poster === true ? say.byPoster : coming.spot === undefined ? undefined : spots[coming.spot]
  }
  return {
    mine: (coming) => {
      const spot = where(coming)
      return coming.say === 'coming' ? say.sayComing : spot === undefined ? say.sayCome : say.sayAt(spot)
    },
    theirs: (coming, name) => {
      const spot = where(coming)
      return coming.say === 'coming'
        ? say.theyComing(name)
        : spot === undefined
          ? say.theyCome(name)
          : say.theyAt(name, spot)
    },
  }
}
