/**
 * Every error that the server can answer with, in one closed table. `remedy` is for whoever writes a client; what people
 * read stands in the app's catalogue. A test holds docs/errors.md against it.
 */
export const ERRORS = {
  'bad-input': {
    status: 400,
    meaning: 'A field is missing, malformed or out of bounds; `field` and `rule` say which.',
    remedy: 'Correct the field.',
  },
  'no-session': {
    status: 401,
    meaning: 'There is no session, or it has ended.',
    remedy: 'Join a room; a session comes with it.',
  },
  'not-host': {
    status: 403,
    meaning: 'Only the host of the room may do this.',
    remedy: 'Open the host link on this device.',
  },
  'wrong-origin': {
    status: 403,
    meaning: 'The request comes from another site.',
    remedy: 'Call from the page that the server gave.',
  },
  'unknown-method': { status: 404, meaning: 'There is no such method.', remedy: 'See /api/openapi.json.' },
  'no-room': { status: 404, meaning: 'No room has this code.', remedy: 'Look at the code again.' },
  'room-ended': { status: 410, meaning: 'The room has ended.', remedy: 'Join another room, or open one.' },
  'not-here': { status: 409, meaning: 'You are not in this room.', remedy: 'Join it first.' },
  'in-a-room': {
    status: 409,
    meaning: 'You are in a room of real people; a made-up evening would take its session.',
    remedy: 'Leave the room first, or use another browser.',
  },
  'not-begun': { status: 409, meaning: 'The doors are not open yet.', remedy: 'Come back when the room begins.' },
  'no-card': {
    status: 409,
    meaning: 'There is no such card any more.',
    remedy: 'Nothing; whoever it was may have left.',
  },
  'no-introduction': { status: 404, meaning: 'There is no such introduction, or it is gone.', remedy: 'Nothing.' },
  'too-late': { status: 409, meaning: 'The wave can no longer be answered.', remedy: 'Nothing.' },
  'too-many-waves': {
    status: 409,
    meaning: 'Twenty waves are open in this room.',
    remedy: 'Take one back, or wait for an answer.',
  },
  'no-list': { status: 409, meaning: 'There is no list to seal.', remedy: 'Bring your people first.' },
  'list-too-large': {
    status: 400,
    meaning: 'The list has more identifiers than are allowed.',
    remedy: 'Leave some out.',
  },
  'no-more-sealings': {
    status: 409,
    meaning: 'The list was sealed in this room as often as is allowed.',
    remedy: 'It counts in the next room.',
  },
  'nothing-new': {
    status: 409,
    meaning: 'The list holds no more than what was sealed before.',
    remedy: 'Add somebody, or leave it as it is.',
  },
  'topics-tapped': { status: 409, meaning: 'Topics can be chosen once in a room.', remedy: 'Nothing.' },
  'wrong-key': {
    status: 409,
    meaning: 'The tokens are under another key than the server has now.',
    remedy: 'Ask for the key again, and evaluate anew.',
  },
  'name-needed': { status: 409, meaning: 'A first name is needed here.', remedy: 'Send one.' },
  'link-used': { status: 410, meaning: 'The link was used, or is too old.', remedy: 'Make a new one.' },
  'too-much': {
    status: 429,
    meaning: 'A budget is spent; `retryAfter` says for how many seconds.',
    remedy: 'Wait so long.',
  },
  'too-large': { status: 413, meaning: 'The body is larger than the method takes.', remedy: 'Send less.' },
  'not-offered': { status: 404, meaning: 'This server does not offer it.', remedy: 'Nothing.' },
  'too-busy': { status: 503, meaning: 'The server is stopping or starting.', remedy: 'Try again in a few seconds.' },
  internal: {
    status: 500,
    meaning: 'Something went wrong here; `id` finds it in the log.',
    remedy: 'Try again; tell the operator the id.',
  },
} as const satisfies Record<string, { readonly status: number; readonly meaning: string; readonly remedy: string }>

export type ErrorCode = keyof typeof ERRORS

/** What an error is on the wire. */
export interface WireError {
  readonly error: ErrorCode
  /** bad-input: the field, as a path (`entries/3/tie`), and the rule it breaks, in words. */
  readonly field?: string
  readonly rule?: string
  /** too-much: seconds. */
  readonly retryAfter?: number
  /** internal. */
  readonly id?: string
}
