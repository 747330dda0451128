/** The big screen. */
import { words } from '../messages.ts'
import { stepWords } from '../plural.ts'

export const wall = words('wall', {
  head: 'Who here knows your friends?',
  join: 'How to join',
  at: 'at',
  until: (time: string) => `Until ${time}`,
  doorsOpen: (when: string) => `Doors open ${when}`,
  ended: 'This room has ended',
  step: stepWords,
  peopleHere: 'people here',
  beFirst: 'Come in, and be one of the first.',
  hellos: 'hellos so far',
  noHellos: 'Someone you could say hello to may stand next to you.',
  waves: (step: number) => `${stepWords(step)} waves are waiting.`,
  noPhones: 'Phones cannot reach this address yet.',
  noPhonesHow: 'Start Kith with',
  noPhonesThen: 'and the code for cameras appears here.',
  fullScreen: 'Full screen',
  noConnection: 'No connection. You see the room as it was.',
  noRoom: 'No room has these letters',
  noRoomWhat: 'Look at the address once more.',
})
