/** The files that another app shared with the installed one: the service worker kept them, the import takes them once. */
const SHARED = 'kith-shared'

export const takeSharedFiles = async (): Promise<File[]> => {
  if (!('caches' in globalThis)) return []
  const cache = await caches.open(SHARED)
  const requests = await cache.keys()
  const files = await Promise.all(requests.map(async (request) => toFile(await cache.match(request))))
  await caches.delete(SHARED)
  return files.filter((file) => file !== undefined)
}

const toFile = async (kept: Response | undefined): Promise<File | undefined> => {
  if (kept === undefined) return undefined
  const name = decodeURIComponent(kept.headers.get('x-name') ?? 'contacts.vcf')
  return new File([await kept.blob()], name)
}
