/** Every address of the app, and the folder of its screen: `screens/<name>/screen.tsx`, whose default export it is. */

export const ROUTES = [
  { path: '/', screen: 'door' },
  { path: '/join', screen: 'join' },
  { path: '/join/:code', screen: 'join' },
  { path: '/r/:code', screen: 'room' },
  { path: '/r/:code/topics', screen: 'topics' },
  { path: '/r/:code/bring', screen: 'bring' },
  { path: '/r/:code/host', screen: 'host' },
  { path: '/r/:code/wall', screen: 'wall' },
  { path: '/r/:code/poster', screen: 'poster' },
  { path: '/open', screen: 'open' },
  { path: '/i/:id', screen: 'introduction' },
  { path: '/i/:id/sign', screen: 'sign' },
  { path: '/i/:id/talk', screen: 'talk' },
  { path: '/i/:id/met', screen: 'met' },
  { path: '/talk', screen: 'conversations' },
  { path: '/people', screen: 'people' },
  { path: '/bring', screen: 'bring' },
  { path: '/follows', screen: 'follows' },
  { path: '/try', screen: 'try' },
  { path: '/try/end', screen: 'try-end' },
  { path: '/d/:key', screen: 'computer' },
  { path: '/h/:code/:key', screen: 'host-link' },
] as const satisfies readonly { path: string; screen: string }[]

export type ScreenName = (typeof ROUTES)[number]['screen']

/** The Door, which waits for nothing; and a wall or a sheet that others look at: no banner there tells of a wave. */
export const isShownToAll = (path: string): boolean => path === '/' || /^\/r\/[^/]+\/(wall|poster)\/?$/.test(path)
