/** The Door. index.html says the same words before any script has loaded; a test holds the two together. */
import { words } from '../messages.ts'

export const door = words('door', {
  beenHere: 'I’ve been here before',
  picture: 'Two circles overlap: you, and the person next to you. In the overlap: 25 friends.',
  you: 'you',
  them: 'them',
  head: 'The person next to you knows 25 of your friends.',
  lead: 'Kith helps you both start talking.',
  ways: 'Ways in',
  join: 'Join a room',
  joinHow: 'Scan its code, or type six letters',
  open: 'Open a room here',
  openWhat: 'For a party, a club, a class',
  compare: 'Compare with one person',
  compareWhat: 'Nothing is saved. Coming soon.',
  evening: 'See an evening with made-up people',
  limited:
    'This address begins with http, so here your device keeps back its camera, its contact picker, and word of a wave while Kith is closed.',
})
