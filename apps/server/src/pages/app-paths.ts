/**
 * The addresses at which the app itself answers: all of them get the same page, and its script looks where it is. A test
 * holds them against the app's own list.
 */
export const APP_PATHS: readonly string[] = [
  '/',
  '/join',
  '/join/:code',
  '/r/:code',
  '/r/:code/topics',
  '/r/:code/bring',
  '/r/:code/host',
  '/r/:code/wall',
  '/r/:code/poster',
  '/open',
  '/i/:id',
  '/i/:id/sign',
  '/i/:id/talk',
  '/i/:id/met',
  '/talk',
  '/people',
  '/bring',
  '/try',
  '/try/end',
  '/d/:key',
  '/h/:code/:key',
]

/** The one page that asks a foreign server, for one's own follows (DATA3): a document of its own, follows.html. */
export const FOLLOWS_PATH = '/follows'

/** Where other apps share an address book to; the service worker takes it before it gets here. */
export const SHARE_PATHS: readonly string[] = ['/share', '/bring/shared']
