/** What brings you here? Topics of a room, and own words. */
import { words } from '../messages.ts'
import { capital, spoken } from '../plural.ts'

export const topics = words('topics', {
  room: 'Room',
  skip: 'Skip',
  head: 'What brings you here?',
  lead: 'Tap up to five. Each is seen only by people who tap the same one.',
  leadNone: 'Say it in a few words of your own. It is seen only by someone who types the same.',
  list: 'Topics of this room',
  here: (step: string) => `${step} here`,
  none: 'None chosen. None is fine, too.',
  chosen: (n: number) =>
    n === 5
      ? 'Five chosen. That is all there is room for.'
      : `${capital(spoken(n))} chosen. ${capital(spoken(5 - n))} more if you like.`,
  own: 'Or in your own words',
  ownAlone: 'In your own words',
  ownHelp: 'Seen by someone who types the same.',
  add: 'Add',
  full: 'Five are chosen. Take one away first.',
  twice: 'You have that one already.',
  go: 'Go in',
  once: 'Topics are chosen once in a room.',
  failed: (words: string) => `${words} Your topics are still here.`,
  doneHead: 'Your topics in this room',
  done: 'They are chosen once in a room. You can choose others in the next one.',
  doneNone: 'You chose none here.',
  toRoom: 'To the room',
  notIn: 'You are not in this room now.',
  join: 'Join it',
})
