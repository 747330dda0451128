/** The poster, and the page around it. */
import { words } from '../messages.ts'

export const poster = words('poster', {
  head: 'Poster',
  lead: 'One page, A4. It stays good when you open the same room again.',
  print: 'Print, or save as PDF',
  save: 'Save as SVG',
  saveFailed: 'The file could not be made. Try again, or print the poster as PDF.',
  noPhones: 'Phones cannot reach this address yet, so there is no code for cameras on it. Start Kith with',
  noPhonesThen: 'and open this page again.',
  room: 'Room',
  noRoom: 'No room has these letters',
  noRoomWhat: 'Look at the address once more.',

  // On the paper
  lines: ['Who here knows', 'your friends?'],
  how: 'Point your phone’s camera here, or open',
  howAfter: 'and type',
  howAlone: 'Open Kith and type',
  foot: 'No app. No account. Names stay on your phone.',
  label: (lines: string, letters: string) => `The poster: ${lines} The six letters are ${letters}.`,
})
