/**
 * How the follows' page gives what it found to the import. Session storage is the narrowest way: this tab only, gone with
 * it, and nothing is sent. The page that may ask a foreign server (DATA3) thus never touches the address book, and the
 * page with the address book never asks a foreign server.
 */
import type { Mutual } from './mutual.ts'

const KEY = 'kith-follows'

export const handOver = (mutual: Mutual): void => sessionStorage.setItem(KEY, JSON.stringify(mutual))

/** Once: what was taken is no longer there. */
export const takeHandedOver = (): Mutual | undefined => {
  const kept = sessionStorage.getItem(KEY)
  if (kept === null) return undefined
  sessionStorage.removeItem(KEY)
  return readMutual(kept)
}

/** Another page wrote it, so it is looked at as if a stranger had. */
export const readMutual = (kept: string): Mutual | undefined => {
  try {
    const mutual = JSON.parse(kept) as Mutual
    const isPerson = ({ name, handle }: Mutual['people'][number]) =>
      typeof name === 'string' && name.length <= 1000 && /^(mastodon|bluesky):/.test(handle)
    return typeof mutual.account === 'string' && mutual.people.every(isPerson) ? mutual : undefined
  } catch {
    return undefined
  }
}
