/** The room: who is here, and everything that can be said about being here. */
import { words } from '../messages.ts'
import { capital, plural, spoken, stepWords } from '../plural.ts'

/** Who hosts may have given no name. */
const host = (name: string): string => (name === '' ? 'the host' : name)

export const room = words('room', {
  // Head
  openedBy: (name: string) => (name === '' ? '' : `Opened by ${name}.`),
  letters: 'Letters:',
  peopleToGreet: (n: number) =>
    n === 1 ? 'One person here to say hello to' : `${capital(spoken(n))} people here to say hello to`,
  first: 'You’re the first. Show this code to someone.',
  firstHow: (address: string) =>
    `They scan it, or type the six letters at ${address}. No app, no account. It works as soon as there are two of you.`,
  bringWhileWaiting: 'Bring your people while you wait',
  noFriendsYet: 'No shared friends yet',
  noFriendsYetBrought: (step: number) =>
    `${stepWords(step)} people here have brought theirs. Whoever shares a friend with you appears here by themselves.`,
  noFriendsYetFew: 'Whoever shares a friend with you appears here by themselves.',
  peopleHere: (people: number) =>
    people <= 1
      ? 'You are here'
      : people < 5
        ? `${capital(spoken(people))} people are here`
        : `${stepWords(people)} people are here`,
  fewPeople: 'With few people it is easy to guess who is meant.',
  notBroughtHead: 'Who here knows your friends?',
  notBrought: 'Bring your people, and Kith tells you. Their names stay on this device.',
  broughtSum: (step: number) => `${stepWords(step)} people here have brought theirs.`,
  bring: 'Bring your people',
  bringMore: 'Bring more of your people',
  bringMoreHow: 'LinkedIn, Mastodon, a file',
  showWho: 'Show me who is here',
  showWhoHow: 'Your people are ready. They are compared here once you say so.',

  // Code and what to do with it
  code: 'The code of this room',
  otherWays: 'Other ways to show it',
  sendLink: 'Send the link',
  noPhones: 'Phones cannot reach this computer yet. This lets them in:',
  linkCopied: 'The link is copied.',
  linkText: (name: string) => `Come into “${name}” on Kith:`,
  poster: 'Poster',
  bigScreen: 'Big screen',
  someoneMissing: 'Someone missing? Show them this code.',
  showCode: 'Show the code to someone',

  // Topics
  talkOf: 'Something to start with',
  talkOfHow: 'Tap up to five. Whoever tapped the same gets a card, and so do you.',
  here: (step: number) => `${stepWords(step)} here`,
  putToRoom: 'Put this to the room',
  ownWords: 'Use words of your own',
  topicsHead: 'What brings you here?',
  topicsHow: 'Choose up to five topics. It takes ten seconds.',
  someTopic: 'a topic of your own',

  // Cards
  people: 'People here',
  more: (n: number) => `Show ${plural(n, { one: 'one more', other: '# more' })}`,
  theyLeft: 'They have left.',
  notNowDone: 'Gone for both of you until the room closes.',
  knowDone: 'You know each other. No card for either of you any more.',
  blockedDone: 'Blocked. Neither of you sees the other here. They are not told.',
  undo: 'Undo',
  onlineName: 'Someone you know online',
  openly: 'Shows their name to everybody here. Go and say hello, or wave first.',

  // The first wave
  nameHead: 'What is your first name?',
  nameWho: 'Only those who wave back see it.',
  nameWhoRoom: (name: string) => `In this room you show the name ${name} to everyone.`,
  name: 'First name',
  nameMissing: 'Without a name nobody can say hello to you.',
  nameThenWave: 'Wave',
  cancel: 'Cancel',

  // Block and report
  blockHead: 'Block or report',
  blockWhat: 'Neither of you sees anything of the other any more. They are not told.',
  block: 'Block',
  reportWhat: 'If something was wrong, tell the host of this room. You may add what happened.',
  reportText: 'What happened? (if you like)',
  report: 'Block and tell the host',
  reported: 'The host has been told. Thank you.',
  done: 'Done',

  // The dock
  hereUntil: (time: string) => `Here until ${time}`,
  hushedUntil: (time: string) => `Hushed until ${time}`,
  hushedByHost: 'The host has asked for quiet. Nothing is lost.',
  hushed: 'Cards keep coming. Nothing is lost.',
  noConnection: 'No connection',
  asOf: (time: string) => `You see the room as of ${time}.`,
  reconnecting: 'Coming back …',
  hush: 'Hush',
  endHush: 'End hush',
  hushFor: 'No notices for how long?',
  hushHour: 'One hour',
  hushHalf: '30 minutes',
  hushAll: 'As long as I am here',
  leave: 'Leave',

  // Notices
  notices: 'Notices',
  cardsNotice: (n: number) =>
    n === 1 ? 'Someone here shares friends with you.' : `${n} people here share friends with you.`,
  waveNotice: 'Someone has waved at you.',
  introductionNotice: 'You both waved. See who it is.',
  messageNotice: 'There is a message for you.',
  lookNowNotice: 'The host asks everybody to look now.',
  hushOverNotice: 'The hush is over.',
  look: 'Look',
  close: 'Close',

  // While the phone is in a pocket
  pocketHead: 'Look again in the break: waves wait.',
  pocketWhy: 'Kith cannot call you while it is closed. What comes meanwhile is kept.',
  keepOn: 'Keep the screen on',
  sound: 'A soft sound for waves and messages',

  // For hosts
  desk: 'Host desk',
  asGuest: 'See it as a guest',
  asGuestNow: 'This is what a guest sees.',
  asHost: 'Back to hosting',

  // Before, at the door, after
  doorsOpen: (when: string) => `Doors open ${when}`,
  beforeWhat: 'Choose your topics and bring your people now.',
  beforeThen: 'This page opens by itself then.',
  doneTopics: 'Your topics are chosen.',
  donePeople: 'Your people are ready.',
  leaveBefore: 'I am not coming',
  fullHead: (name: string) => `The room is full. ${capital(host(name))} is asked.`,
  nodHead: (name: string) => `${capital(host(name))} lets people in one by one.`,
  addressHead: (name: string) => `Many come from your network just now. ${capital(host(name))} is asked.`,
  stayHere: 'Stay on this page. It opens by itself when you are let in.',
  keptAtDoor: 'Your topics and your name are kept. You can bring your people now.',
  doNotWait: 'Do not wait',
  notLetIn: 'This time it did not work out',
  notLetInWhat: 'You were not let in. What you brought is still on this device.',
  ended: 'This room has ended',
  endedAt: (time: string) => `It closed at ${time}.`,
  endedKept: (until: string) => `What you wrote to each other is kept until ${until}.`,
  wavesToAnswer: (n: number) => (n === 1 ? 'One wave to answer' : `${capital(spoken(n))} waves to answer`),
  untilTime: (time: string) => `Until ${time}`,
  talkOn: (name: string) => (name === '' ? 'Go on talking' : `Go on talking with ${name}`),
  joinAnother: 'Join another room',
  waveFrom: (step: number, name: string) =>
    name !== ''
      ? `${name} waved at you.`
      : step === 0
        ? 'Someone waved at you.'
        : step === 1
          ? 'Someone who knows a friend or two of yours waved at you.'
          : `Someone who knows ${stepWords(step)} of your friends waved at you.`,
  yourWave: (step: number, name: string) =>
    name !== ''
      ? `You waved at ${name}.`
      : step === 0
        ? 'You waved at someone.'
        : step === 1
          ? 'You waved at someone who knows a friend or two of yours.'
          : `You waved at someone who knows ${stepWords(step)} of your friends.`,
  wavesHead: 'Waves that wait',
  left: 'You have left',
  leftWhat: 'Nobody sees you here any more. What you brought is still on this device.',
  leftOffline:
    'You have left on this device. The others are told as soon as there is a connection, and at the end of your time in any case.',
  comeBack: 'Come back in',
  timeOver: 'Your time here is over',
  timeOverWhat: 'Nobody sees you here any more. Come back in whenever you like.',
  removed: 'For you this room has ended',
  removedWhat: 'The host has closed it for you. What you brought is still on this device.',
  firstPage: 'To the first page',
})
