/** Joining a room: the code, the camera, and the room as it looks from outside. */
import { words } from '../messages.ts'
import { capital, spoken, stepWords } from '../plural.ts'

const wait = (seconds: number): string =>
  seconds < 60 ? (seconds === 1 ? 'one second' : `${spoken(seconds)} seconds`) : 'a minute'

export const join = words('join', {
  // The code
  head: 'Join a room',
  lead: 'Type the six letters, or paste a link. They are on the wall, on the poster, or on someone’s phone.',
  go: 'Go to the room',
  tryAgain: 'Try again',
  looking: 'Looking for the room',
  scan: 'Scan the code',
  scanInstead: 'Scan the code instead',
  openOne: 'Open a room here',
  someMissing: 'There are six letters. What you typed stays.',
  wrongHead: 'No room has these letters',
  wrongLead: 'We kept them. Look once more at the wall, or ask someone to read theirs aloud.',
  tooMany: (seconds: number) =>
    `Many codes were tried just now. Your letters are kept. You can try again in ${wait(seconds)}.`,

  // The camera
  scanHead: 'Scan the code',
  scanLead: 'Hold the code in front of the camera. It opens by itself.',
  camera: 'What the camera sees',
  cameraStarts: 'The camera is starting.',
  type: 'Type the letters instead',
  refusedHead: 'The camera stays off',
  refused:
    'This device did not let Kith use it. Allow the camera in the settings of this page, or type the six letters.',
  absentHead: 'No camera here',
  absent: 'This device has none that Kith can use. Type the six letters.',
  insecure:
    'This address begins with http, without an s, so your device keeps its camera back. Type the six letters, or point your device’s own camera app at the code.',
  noCode: 'That code does not open a room. Look for the one on the poster.',
  elsewhere: (host: string) => `That room is at ${host}.`,
  goThere: 'Go there',

  // The room from outside
  opened: (name: string, until: string) => `${name === '' ? '' : `Opened by ${name}. `}Open until ${until}.`,
  openedBy: (name: string) => (name === '' ? '' : `Opened by ${name}.`),
  begins: (when: string) => `Doors open ${when}`,
  before: 'Choose your topics and bring your people now.',
  people: (n: number) =>
    n === 0
      ? 'Nobody is here yet.'
      : n < 5
        ? `${capital(spoken(n))} ${n === 1 ? 'person is' : 'people are'} here.`
        : `${stepWords(n)} people are here.`,
  few: 'With few people it is easy to guess who is meant.',
  name: 'Your first name, if you like',
  nameNeeded: 'Your first name',
  nameWho: 'Everyone in this room will see it. Leave it empty, and nobody sees a name until you both wave.',
  nameWhoNod: (host: string) =>
    `${host === '' ? 'The host' : host} sees it and lets you in. Then everyone in this room sees it.`,
  nameMissing: 'Here a first name is needed. Write yours, and go in.',
  goIn: 'Go in',
  leave: 'You can leave at any time with one tap.',
  ended: 'This room has ended',
  endedAt: (time: string) => `It closed at ${time}.`,
  another: 'Join another room',
  removed: 'For you this room has ended',
  notMine: 'The host has closed it for you. What you brought is still on this device.',
  first: 'To the first page',
})
