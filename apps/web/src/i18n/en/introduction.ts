/** An introduction: whom one was introduced to, and who both know. */
import type { Tie } from '@kith/protocol'
import { words } from '../messages.ts'
import { capital, formatNumber, plural, spoken } from '../plural.ts'

export const introduction = words('introduction', {
  someone: 'Someone',
  gone: 'Gone',
  room: 'Room',
  talk: 'Talk',
  circles: (name: string, n: number) =>
    `Your circle and ${name}’s overlap: ${plural(n, { one: 'one person', other: '# people' })}`,
  bothKnow: (n: number) => `You both know ${plural(n, { one: 'one person', other: '# people' })}.`,
  bothLike: (topics: string) => `You both: ${topics}.`,
  keptUntil: (until: string) => `Kept until ${until}.`,
  noneShared: 'You share no friends yet.',
  keepQuiet: 'We’ll keep quiet.',

  // The sign
  goAndSay: 'Go and say hello',
  sameSign: (name: string, sign: string) => `${name}’s phone shows the same ${sign}.`,
  holdUp: (thing: string) => `Hold up the ${thing}`,

  // Who both know
  bothKnowHead: 'Who you both know',
  hardestFirst: 'Hardest to guess first.',
  someOf: (shown: number, all: number) => `${capital(spoken(shown))} of ${formatNumber(all)}.`,
  notNamed: (n: number) => `${plural(n, { one: 'One of them is', other: '# of them are' })} counted and never named.`,
  unnamedFriend: 'Somebody you both know',
  fiveMore: (n: number) => (n >= 5 ? 'Show five more' : `Show ${formatNumber(n)} more`),
  askedToo: (name: string) => `${name} is asked too. They appear when you both tap.`,
  youAsked: 'You asked for more.',
  whenTheyTap: (name: string) => `When ${name} taps it too, you both see them.`,
  theyAsk: (name: string) => `${name} would like to see more of them with you.`,
  takeBack: 'Take it back',
  noNames: 'Open Kith where your address book is to see their names.',
  bringNames: 'Bring your people on this device',
  loadingNames: 'Looking for their names on this device …',

  // How one knows them, where no story is told
  ties: {
    family: 'family',
    school: 'from school',
    work: 'from work',
    neighbourhood: 'from the neighbourhood',
    interest: 'from something both like',
    online: 'from online',
    other: 'know each other',
  } satisfies Record<Tie, string>,

  // The question
  howDoYouKnow: (name: string) => `How do you know ${name}?`,
  answerIs: (name: string) => `Your answer goes to ${name} as a message.`,
  answer: 'Your answer',
  sendAnswer: 'Send it',
  makeStory: 'Show this to others who know them, too?',
  makeStoryWhy: 'Whoever shares this friend with you sees it after you both waved.',
  makeStoryYes: 'Yes, keep it as my story',
  makeStoryNo: 'No, only this once',
  storyKept: 'Kept as your story.',
  cancel: 'Cancel',

  // The dock
  weMet: 'We met',
  fresh: (name: string, n: number) => `${formatNumber(n)} new from ${name}`,
  write: (name: string) => `Write to ${name}`,
  more: 'More',
  install: 'On your home screen you find Kith, and whom you met, again.',
  installGo: 'Put Kith there',
  block: 'Block or report',
  blockWhat: 'They are not told. What you wrote stays readable.',
  missing: 'This introduction is gone',
  missingWhat:
    'Guests, and what they wrote, are kept for a day after the last room. There may be others to say hello to.',
  toTalks: 'To your conversations',
})
