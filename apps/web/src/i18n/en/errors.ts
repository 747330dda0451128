/** What people read when something did not work: what happened, what was kept, what to do. One entry for each code. */
import type { ErrorCode } from '@kith/protocol'
import { words } from '../messages.ts'

const minutes = (seconds: number): string =>
  seconds < 60 ? `${Math.max(1, seconds)} seconds` : seconds < 90 ? 'a minute' : `${Math.ceil(seconds / 60)} minutes`

const texts = {
  'bad-input': 'Something in this was not as it should be, so nothing was changed. Look it over and try again.',
  'no-session': 'This device is in no room any more. What you brought is still on it. Join the room again.',
  'not-host': 'Only the host of this room can do that. Nothing was changed. Open the host link on this device.',
  'wrong-origin': 'This page came from another address, so nothing was done. Open Kith again from the code.',
  'unknown-method': 'This page is older than Kith is now. What you wrote is kept. Load the page again.',
  'no-room': 'No room has these letters. Nothing is lost: look at the code again, letter by letter.',
  'room-ended': 'This room has ended. What you wrote to each other is kept for a day. You can join another room.',
  'not-here': 'You are not in this room any more. Your people are still on this device. Join it again with its code.',
  'in-a-room':
    'You are in a room with real people, so the made-up evening did not begin. Leave the room first, or use another browser.',
  'not-begun': 'The doors are not open yet. Your topics and your people are kept for when they are.',
  'no-card': 'They may have left just now. Nothing you did was shown to anybody. Look who else is here.',
  'no-introduction': 'This introduction is gone, and its messages with it. You can go back to the room.',
  'too-late': 'This wave can no longer be answered. Nothing was sent. Perhaps you meet again in another room.',
  'too-many-waves':
    'Twenty of your waves are still open, so this one was not sent. Take one back, or wait for an answer.',
  'no-list': 'You have brought nobody yet, so there is nothing to compare. Bring your people first.',
  'list-too-large':
    'These are more people than fit. Nothing was sent, and all are still on this device. Leave some out.',
  'no-more-sealings':
    'In this room your people were counted as often as can be. Those you added count in your next room.',
  'nothing-new': 'Everybody in it was counted already. Add somebody, or leave it as it is.',
  'topics-tapped':
    'Topics are chosen once in a room, and yours are still there. You can choose others in your next room.',
  'wrong-key': 'The scrambled marks of your people are out of date. Your people are still here. Bring them once more.',
  'name-needed': 'This room needs a first name. Nothing was sent yet. Write yours, and try again.',
  'link-used': 'This link was used already, or is too old. Nothing was changed. Make a new one on the other device.',
  'too-much': 'That was more than Kith takes at once. Nothing is lost. Wait a little, then try again.',
  'too-large': 'That is more than can be sent at once. It is still here. Make it shorter, and try again.',
  'not-offered': 'This Kith does not offer that. Nothing was changed.',
  'too-busy': 'Kith is just starting, or has its hands full. Nothing is lost. Try again in a few seconds.',
  internal: 'Something went wrong on our side. What you wrote is still here. Try again in a moment.',
  offline: 'No connection. What you wrote is kept on this device. Try again when you are back.',
} satisfies Record<ErrorCode | 'offline', string>

export const errors = words('errors', {
  ...texts,
  waitFor: (seconds: number) =>
    `That was more than Kith takes at once. Nothing is lost. Try again in ${minutes(seconds)}.`,
  withId: (text: string, id: string) => `${text} If it happens again, tell the host this: ${id}.`,
})
