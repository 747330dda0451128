/** The sign that two people hold up to find each other. */
import { words } from '../messages.ts'

export const sign = words('sign', {
  holdUp: 'Hold your phone up high',
  looking: (name: string) => `${name} is looking for the same one.`,
  coming: 'I’m coming to you',
  comeToMe: 'Come to me',
  comeWhere: 'Come to me. I’m …',
  byPoster: 'by the poster',
  justHere: 'right here',
  takeBack: 'Say something else',
  theySee: (name: string, words: string) => `${name} sees: “${words}”`,
  sayComing: 'I’m coming to you.',
  sayCome: 'Come to me.',
  sayAt: (spot: string) => `Come to me. I’m ${spot}.`,
  theyComing: (name: string) => `${name} is coming to you.`,
  theyCome: (name: string) => `${name} says: come to me.`,
  theyAt: (name: string, spot: string) => `${name} says: come to me. I’m ${spot}.`,
  found: 'Found each other',
  out: 'The sign has gone out',
  outWhat: (name: string) => `It is lit for ten minutes. You can still write to ${name}.`,
  back: 'Back',
})
