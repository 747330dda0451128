/** Everything on every screen, against what must be there. */
import type { CardView, IntroductionView, MessageView } from '@kith/protocol'
import type { Device } from './device.ts'
import { introducedIn, type Waves, waveKey } from './phases.ts'
import type { Sent } from './talk.ts'
import type { Expected, Truth } from './truth.ts'

/** Whose card is whose: by viewer's seat, then by the other's. */
export type CardIds = readonly (readonly string[])[]

export interface Evening {
  readonly devices: readonly Device[]
  readonly ids: CardIds
  readonly truth: Truth
  readonly waves: Waves
}

const LISTED = 5

/** One line for each thing that is wrong. `when` says at which point of the evening. */
export const wrongCards = ({ devices, ids, truth, waves }: Evening, when: string): string[] =>
  devices.flatMap(({ guest: { seat }, cards }) => {
    const others = devices.map(({ guest }) => guest.seat).filter((other) => other !== seat)
    const known = new Set(others.map((other) => ids[seat]![other]!))
    const strangers = [...cards.keys()].filter((id) => !known.has(id)).map((id) => `card ${id} is nobody's`)
    const wrong = others.flatMap((other) => {
      const expected = truth.card(seat, other)
      const want = expected && asShown(expected, waveOf(waves, seat, other))
      const shown = cards.get(ids[seat]![other]!)
      const got = shown && asShown(shown, shown.wave)
      return got === want ? [] : [`of ${other}: ${got ?? 'no card'} instead of ${want ?? 'none'}`]
    })
    return [...strangers, ...wrong].map((what) => `${when}, seat ${seat}: ${what}`)
  })

const asShown = ({ card, step, mostly, name }: Expected | CardView, wave: string): string =>
  [card, step, mostly ?? '-', name ?? '-', wave].join(' ')

const waveOf = (waves: Waves, viewer: number, other: number): CardView['wave'] => {
  const [mine, theirs] = [waves.has(waveKey(viewer, other)), waves.has(waveKey(other, viewer))]
  if (mine && theirs) return 'both'
  return mine ? 'you' : theirs ? 'they' : 'none'
}

export const wrongIntroductions = ({ devices, truth, waves }: Evening, when: string): string[] => {
  const pairs = introducedIn(waves)
  return devices.flatMap(({ guest: { seat }, introductions }) => {
    const others = pairs.filter((pair) => pair.includes(seat)).map(([a, b]) => (a === seat ? b : a))
    const wrong = others.flatMap((other) => {
      const { name } = devices[other]!.guest
      const found = [...introductions.values()].filter((one) => one.name === name)
      if (found.length !== 1) return [`${found.length} introductions to ${other}`]
      return wrongIntroduction(found[0]!, truth.between(seat, other)).map((what) => `introduced to ${other}: ${what}`)
    })
    if (introductions.size !== others.length) wrong.push(`${introductions.size} introductions, not ${others.length}`)
    return wrong.map((what) => `${when}, seat ${seat}: ${what}`)
  })
}

/** The exact number, and of one's own entries only such as are mutual friends, with the other's tie (REV4). */
const wrongIntroduction = (
  { mutual, listed }: IntroductionView,
  { mine, theirs }: ReturnType<Truth['between']>,
): string[] => {
  if (mutual !== mine.length) return [`${mutual} mutual friends instead of ${mine.length}`]
  if (listed.length !== Math.min(LISTED, mutual)) return [`${listed.length} of ${mutual} listed`]
  const tieOf = new Map(mine.map(({ id }, index) => [id, theirs[index]!.tie]))
  const isTrue = listed.every(({ entries: [id, ...more], tie }) => more.length === 0 && tieOf.get(id!) === tie)
  const isOnce = new Set(listed.flatMap(({ entries }) => entries)).size === listed.length
  return isTrue && isOnce ? [] : ['what is listed is not what they share']
}

/** Messages as somebody has them in a conversation: each once, and each writer's in the order in which they were sent. */
const wrongMessages = (messages: readonly MessageView[], sent: readonly Sent[], viewer: number): string[] => {
  const clientIds = (mine: boolean) => messages.filter((one) => one.mine === mine).map(({ clientId }) => clientId)
  const should = (mine: boolean) => sent.filter(({ from }) => (from === viewer) === mine).map((one) => one.clientId)
  const isSame = [true, false].every((mine) => clientIds(mine).join() === should(mine).join())
  return isSame ? [] : [`seat ${viewer}: ${messages.length} messages of ${sent.length}, or in another order`]
}

const isOneOrder = (one: readonly MessageView[], other: readonly MessageView[]): boolean =>
  one.map(({ clientId }) => clientId).join() === other.map(({ clientId }) => clientId).join()

/** Collects what is wrong, look by look. */
export class Screens {
  readonly wrong: string[] = []

  note(wrong: readonly string[]): void {
    this.wrong.push(...wrong)
  }

  look(evening: Evening, when: string): void {
    this.note(wrongCards(evening, when))
    this.note(wrongIntroductions(evening, when))
    for (const { guest, wrong } of evening.devices)
      this.note(wrong.splice(0).map((what) => `${when}, seat ${guest.seat}: ${what}`))
  }

  /** Every conversation, as both sides have it; nobody has read anything. */
  async listen(
    devices: readonly Device[],
    sent: readonly Sent[],
    pairs: readonly (readonly [number, number])[],
    when: string,
    messagesOf: (seat: number, conversation: string) => Promise<readonly MessageView[]>,
  ): Promise<void> {
    for (const [a, b] of pairs) {
      const own = sent.filter(({ from, to }) => (from === a && to === b) || (from === b && to === a))
      const [one, other] = await Promise.all([a, b].map((seat) => messagesOf(seat, own[0]!.conversation)))
      const wrong = [...wrongMessages(one!, own, a), ...wrongMessages(other!, own, b)]
      for (const viewer of [a, b]) {
        const unread = devices[viewer]!.unread.get(own[0]!.conversation)
        const should = own.filter(({ from }) => from !== viewer).length
        if (unread !== should) wrong.push(`seat ${viewer}: ${unread} unread of ${should}`)
      }
      if (!isOneOrder(one!, other!)) wrong.push(`${a} and ${b} have their messages in two orders`)
      this.note(wrong.map((what) => `${when}, ${what}`))
    }
  }
}
