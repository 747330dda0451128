/** Conversations: the list of them, and one. */
import { words } from '../messages.ts'

export const talk = words('talk', {
  // The list
  talk: 'Talk',
  search: 'Search what this device has',
  emptyHead: 'Nobody to talk with yet',
  note: 'Someone you wave at, and who waves back, comes to this list.',
  nothingFound: 'Nothing on this device has these words.',
  newOnes: (n: number) => `${n} new`,
  you: (text: string) => `You: ${text}`,
  unsent: (text: string) => `Not sent yet: ${text}`,
  keptUntil: (until: string) => `Kept until ${until}.`,
  nothingYet: 'Say the first word.',
  gone: 'Gone',
  goneWords: 'They deleted their account.',
  toRoom: 'Back to the room',
  toDoor: 'Join a room',

  // One conversation
  with: (name: string) => `Talk with ${name}`,
  startWith: 'Something to start with',
  andOthers: (n: number) => (n === 1 ? 'And one other' : `And ${n} others`),
  seeAll: 'See who you both know',
  messages: 'Messages',
  write: (name: string) => `Write to ${name}`,
  refused: 'Could not be sent.',
  discard: 'Take it away',
  sending: 'On its way',
  theySaid: (name: string, text: string) => `${name}: ${text}`,
  youSaid: 'You',
  newBelow: 'New words below',
  more: 'More about this conversation',
  offlineHead: 'No connection.',
  offlineWhat: 'Your words are kept, and go out by themselves.',
  goneHead: 'They are gone.',
  keptFor: (until: string) => `This conversation is kept until ${until}.`,
  yesterday: 'Yesterday',
})
