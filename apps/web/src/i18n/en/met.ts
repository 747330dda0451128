/** Did you two meet? */
import { words } from '../messages.ts'

export const met = words('met', {
  question: 'Did you two meet?',
  ifBoth: (name: string) => `If ${name} says so too, Kith writes down the day for you both.`,
  weMet: 'We met',
  notThisTime: 'Not this time',
  neverTold: (name: string) => `${name} is never told that you chose “Not this time”.`,
  waiting: 'You said: we met.',
  waitingWhat: (name: string) => `As soon as ${name} says so too, Kith writes down the day.`,
  changeMind: 'I tapped the wrong one',
  notThisTimeDone: 'Perhaps another time',
  notThisTimeWhat: 'That stays with you. There may be others here to say hello to.',
  youTwoMet: 'You two met.',
  bothSaid: 'You both said so. Only you two can see the day.',
  keptUntil: (until: string) => `It is kept until ${until}.`,
  circles: (day: string) => `You two, and the day between: ${day}`,
  write: (name: string) => `Write to ${name}`,
  toRoom: 'Back to the room',
})
