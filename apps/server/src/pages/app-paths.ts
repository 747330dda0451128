/** The addresses at which the app itself answers: all of them get the same page, and its script looks where it is. */
export const APP_PATHS: readonly string[] = [
  '/',
  '/open',
  '/join',
  '/r/:code',
  '/r/:code/*',
  '/i/:id',
  '/bring',
  '/bring/*',
  '/talk',
  '/people',
  '/compare',
  '/try',
]

/** Where other apps share an address book to; the service worker takes it before it gets here. */
export const SHARE_PATHS: readonly string[] = ['/share', '/bring/shared']
