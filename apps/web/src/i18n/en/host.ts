/** The host's desk, and becoming host by a link. */
import { words } from '../messages.ts'
import { capital, formatNumber, plural, spoken, stepWords } from '../plural.ts'

const time = (seconds: number): string =>
  seconds < 60
    ? plural(Math.max(1, seconds), { one: 'one second', other: '# seconds' })
    : plural(Math.ceil(seconds / 60), { one: 'a minute', other: '# minutes' })

const someone = (name: string): string => (name === '' ? 'someone' : name)

export const host = words('host', {
  room: 'Room',
  asGuest: 'See it as a guest',
  kicker: 'Host desk',

  // At the door
  waiting: 'Waiting at the door',
  waitingMore: (n: number) => `${capital(spoken(n))} more are waiting.`,
  noName: 'Someone',
  letIn: (name: string) => (name === '' ? 'Let them in' : `Let ${name} in`),
  notNow: 'Not now',
  why: {
    nod: '',
    full: 'All places are taken.',
    address: 'Many come from one network just now.',
  },

  // Figures
  evening: 'This room in numbers',
  peopleIn: (n: number) => (n === 1 ? 'person in' : 'people in'),
  few: 'few',
  sum: (step: number) => stepWords(step),
  fewMeans: 'Few means fewer than five.',
  introductions: 'introductions',
  waves: 'waves waiting',
  joining: (most: number, at: string) => `Joining each minute. Most: ${spoken(most)}, at ${at}.`,
  nobodyJoined: 'Joining each minute. Nobody so far.',
  now: (at: string) => `now, ${at}`,

  // Acts
  acts: 'What you can do',
  hush: 'Hush the room',
  hushWhat: 'For a talk. Nothing is lost.',
  hushed: (until: string) => `Hushed until ${until}`,
  hushEnd: 'End it now',
  hushLong: 'For how long?',
  minutes: (n: number) => (n === 60 ? '1 hour' : `${n} min`),
  lookNow: 'Everybody look now',
  lookNowWhat: 'One short call to every device',
  lookNowDone: 'Every device was called.',
  lookNowAgain: (seconds: number) => `You can call them again in ${time(seconds)}.`,
  letMoreIn: 'Let more in',
  places: (left: number, all: number, more: number) =>
    `${formatNumber(left)} of ${formatNumber(all)} places are left. Adds ${formatNumber(more)}.`,
  moreIn: (all: number) => `There are ${formatNumber(all)} places now.`,
  byNod: 'By nod',
  byNodWhat: 'I see each first name before they come in',

  // Reports
  reports: 'Reports',
  reportAbout: (name: string) => `About ${someone(name)}`,
  reportAt: (at: string) => `Told at ${at}.`,
  reportNoText: 'Nothing was added.',
  hasLeft: 'They have left.',
  remove: 'Remove from the room',
  removeHead: (name: string) => `Remove ${someone(name)} from the room?`,
  removeWhat: 'For them the room has ended. They cannot come in again.',
  keep: 'Leave it as it is',
  dealtWith: 'It is dealt with',

  // The way in
  wayIn: 'Show the way in',
  poster: 'Poster',
  bigScreen: 'Big screen',
  hostLink: 'Host link',
  hostLinkNote: 'Whoever has the host link is host too.',
  textToSend: 'Text to send',
  text: (name: string, when: string, link: string, code: string) =>
    `${name}, ${when}. Who there knows your friends? ${link}\nOr open Kith and type ${code}. No app, no account, and names stay on your device.`,
  textBegins: (day: string, at: string) => `${day} at ${at}`,
  textNow: (until: string) => `open until ${until}`,
  copy: 'Copy',
  copied: 'Copied.',
  copyByHand: 'Select it and copy it.',
  share: 'Share',
  noPhones: 'Phones cannot reach this address yet. Start Kith with',
  noPhonesThen: 'and they can.',

  // Change
  openUntil: (at: string) => `Open until ${at}`,
  opensAt: (at: string) => `Doors open ${at}`,
  change: 'Change',
  changeHead: 'Change the room',
  name: 'What is it called?',
  end: 'When does it end?',
  topicsKept: 'Topics that somebody has tapped stay as they are. Others can go.',
  save: 'Keep the changes',
  cancel: 'Leave it as it was',
  changed: 'The room is changed.',
  topicsRefused:
    'Somebody has tapped one of the topics that you took away. It is back, and your other changes are kept.',
  endRefused: 'This end does not work. It must be in the future, and a day after the beginning at most.',

  // Again and close
  again: 'Same again',
  againWhat: 'Another day, with the same code and poster',
  againHead: 'The same room again',
  againNote: 'Code, poster, name, topics and places stay. People come in anew.',
  againDo: 'Open it again',
  againDone: (at: string) => `It opens again ${at}, with the same code.`,
  close: 'Close the room',
  closeNote: 'Kith asks once more. Waves can be answered for another day.',
  closeHead: 'Close the room for everybody?',
  closeWhat: 'It ends for everybody here. Waves can be answered for another day, and talking goes on.',
  closeNo: 'Keep it open',
  ended: 'This room has ended',
  endedWhat: 'Everybody is out. Waves can be answered for another day.',
  firstPage: 'To the first page',

  // Not host, and the host link
  notHost: 'This device is not host here',
  notHostWhat: 'Open the host link on it. Whoever opened the room finds it on the host desk.',
  toRoom: 'To the room',
  becoming: 'Making this device a host',
  linkWrong: 'This host link does not work',
  linkWrongWhat: 'Look whether all of it was copied, or ask the host for a new one.',
})
