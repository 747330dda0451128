/** The words inside the pieces of src/ui, wherever they are used. */
import type { ScreenName } from '../../routes.ts'
import { words } from '../messages.ts'
import { listed } from '../plural.ts'

const time = (hours: number, minutes: number): string =>
  [hours > 0 ? `${hours} h` : '', minutes > 0 || hours === 0 ? `${minutes} min` : ''].filter(Boolean).join(' ')

export const pieces = words('pieces', {
  today: 'today',
  tomorrow: 'tomorrow',
  yesterday: 'yesterday',
  left: (hours: number, minutes: number) =>
    hours + minutes === 0 ? 'less than a minute left' : `${time(hours, minutes)} left`,

  // Circles
  you: 'you',
  them: 'them',
  circlesShared: (count: string) => `Two circles overlap: you and someone else. In the overlap: ${count} friends.`,

  // Person cards
  someoneKnows: 'Someone here knows',
  named: (name: string) => `${name} knows`,
  ofYourFriends: (step: string) => `${step} of your friends.`,
  aFriendOrTwo: 'a friend or two.',
  mostly: {
    family: 'Mostly from the family.',
    school: 'Mostly from school.',
    work: 'Mostly from work.',
    neighbourhood: 'Mostly neighbours.',
    interest: 'Mostly from something you both like.',
    online: 'Mostly known online.',
    other: '',
  },
  youBoth: 'You both:',
  youAnd: (name: string) => `You and ${name} both:`,
  noSharedFriendsYet: 'No shared friends yet.',
  knownOnline: 'Someone you know online is here.',
  theyKnowYouToo: 'They know you too.',
  knownOnlineByName: 'You know each other online. Here in this room.',
  hereToBeMet: 'Here to be met',
  topicsAsWords: (topics: readonly string[]) => listed(topics),
  wave: 'Wave',
  waveBack: 'Wave back',
  waveTo: (name: string) => `Wave to ${name}`,
  goOn: 'Go on',
  youWaved: 'You waved.',
  takeItBack: 'Take it back',
  theyWaved: 'They waved at you.',
  youBothWaved: 'You both waved.',
  seeWhoItIs: 'See who it is',
  waveSays: 'If you both wave, you both see which friends you share.',
  waveSaysTopic: 'If you both wave, you both see each other’s name.',
  more: 'More',
  less: 'Less',
  notNow: 'Not now',
  notNowEffect: 'Gone for both until the room closes',
  iKnowThem: 'I know them',
  iKnowThemEffect: 'You need no card for each other',
  block: 'Block or report',
  blockEffect: 'They are not told',

  // Codes
  codePicture: 'A code that opens this room when a camera looks at it',
  codeLetters: 'The six letters',
  sixLetters: 'Six letters',
  letter: (n: number) => `Letter ${n} of 6`,

  // Signs
  sign: (colour: SignColour, thing: string) => `${ARTICLE[colour]} ${thing}`,
  signNumberShort: (number: number) => `number ${number}`,
  signNumber: (sign: string, number: number) => `${sign}, number ${number}`,
  things: {
    kite: 'kite',
    leaf: 'leaf',
    boat: 'boat',
    star: 'star',
    fish: 'fish',
    pear: 'pear',
    bell: 'bell',
    cup: 'cup',
    key: 'key',
    hat: 'hat',
    bird: 'bird',
    moon: 'moon',
  },

  // Stories
  youInStory: 'You',
  howDoYouKnow: (name: string) => `How do you know ${name}?`,
  startWithHardest: 'Start with the friend hardest to guess',

  // Importing
  peopleReady: 'People ready',
  of: (all: string) => `of ${all}`,
  thisIsAPerson: 'This is a person',
  counts: 'Counts',
  undo: 'Undo',

  // Talking
  send: 'Send',
  notSentYet: 'Not sent yet',
  read: 'Read',
  madeUpReply: 'made-up reply',
  newMessages: (n: number) => `${n} new`,

  // Around every screen
  back: 'Back',
  home: 'Kith, to the first page',
  main: 'Main',
  talk: 'Talk',
  myPeople: 'My people',
  remove: (topic: string) => `Take ${topic} away`,
  add: 'Add',
  realCounting: 'Real counting.',
  madeUpPeople: 'Made-up people.',
  waiting: 'One moment',
  newVersion: 'There is a newer Kith.',
  useNewVersion: 'Use it now',
  brokenHead: 'This page came apart',
  brokenKept: 'What you wrote and brought is kept on this device.',
  tryAgain: 'Try again',
  toTheFirstPage: 'To the first page',
  nothingHere: 'There is nothing at this address',
  nothingHereWords: 'Look at the letters once more, or begin at the first page.',

  // Titles of the window. Never a person's or a room's name: browsers keep titles, and some send them elsewhere.
  titles: {
    door: '',
    join: 'join a room',
    room: 'room',
    topics: 'topics',
    bring: 'bring your people',
    host: 'host desk',
    wall: 'big screen',
    poster: 'poster',
    open: 'open a room',
    introduction: 'introduction',
    sign: 'sign',
    talk: 'talk',
    met: 'did you meet?',
    conversations: 'talk',
    people: 'my people',
    follows: 'who follows you back',
    try: 'an evening with made-up people',
    'try-end': 'the end of the evening',
    computer: 'go on here',
    'host-link': 'become host',
  } satisfies Record<ScreenName, string>,
})

type SignColour = 'yellow' | 'red' | 'blue' | 'green'
const ARTICLE: Readonly<Record<SignColour, string>> = {
  yellow: 'a yellow',
  red: 'a red',
  blue: 'a blue',
  green: 'a green',
}
