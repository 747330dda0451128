/** The made-up evening: its beginning, its end, and a made-up address book to try a room with. */
import { words } from '../messages.ts'

export const tryOut = words('try', {
  opening: 'Forty made-up people are coming in.',
  bringing: 'A made-up address book is being compared. The counting is real.',
  failed: 'The evening did not begin',
  stopped: 'The made-up address book could not be read. Your own people are as they were.',
  again: 'Try again',
  firstPage: 'To the first page',

  // The end
  toEnd: 'What was made up, and what was not',
  endHead: (name: string) => `${name} was made up.`,
  endHeadMany: 'They were made up.',
  endCounted: (n: number) => `The ${n} were counted.`,
  endCountedMany: 'The counting was real.',
  endLead: 'With real people, two in one room are enough.',
  next: 'What next',
  open: 'Open a room',
  openWhat: 'For a party, a club, a class',
  picture: (name: string, n: number) => `Your circle and ${name}’s overlap: ${n} friends`,
  pictureMany: 'Two circles overlap',

  // A second person in the same browser
  second: 'Be a second person in this browser',
  secondWhat: 'In a new window, as somebody else',

  // A made-up address book
  book: 'Use a made-up address book',
  bookWhat: 'To try it out. Nobody in it is real.',
  bookFile: 'Made-up address book',
  bookFailed: 'The made-up address book could not be had. Nothing was changed. Try again.',
})
