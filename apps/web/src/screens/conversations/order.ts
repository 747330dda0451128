/** Which conversations are shown, and in which order. Pure. */
import type { IntroductionView, MessageView } from '@kith/protocol'

export const latestFirst = (all: readonly IntroductionView[]): IntroductionView[] =>
  [...all].sort(
    (a, b) => (b.last?.sentAt ?? 0) - (a.last?.sentAt ?? 0) || b.day.localeCompare(a.day) || (a.id < b.id ? -1 : 1),
  )

/** By the name, the room, and the words that this device has. */
export const matches = (one: IntroductionView, messages: readonly MessageView[], wanted: string): boolean => {
  const sought = fold(wanted.trim())
  if (sought === '') return true
  return [one.name, one.roomName, ...messages.map(({ text }) => text)].some((text) => fold(text).includes(sought))
}

/** "Søren" is found by "soren" as far as marks above letters go: people leave them out. */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()
