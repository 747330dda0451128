/**
 * The app without a network: the page and what its screens are made of are kept, everything else goes to the network.
 * A new version waits until the person taps "Use the new version"; nothing changes under a finger. It also takes what
 * other apps share with the installed one (an address book) and hands it to the import.
 */
declare const self: ServiceWorkerGlobalScope
/** Filled in by the build: the files of the shell, and a hash of their names. */
declare const KITH_SHELL: readonly string[]
declare const KITH_VERSION: string

const SHELL = `kith-shell-${KITH_VERSION}`
const LATER = 'kith-later'
/** Read by handed-file.ts. */
const SHARED = 'kith-shared'

const install = async (): Promise<void> => {
  const cache = await caches.open(SHELL)
  await cache.addAll(['/', '/manifest.webmanifest', '/icons/icon.svg', ...KITH_SHELL])
}

const dropOldShells = async (): Promise<void> => {
  const names = await caches.keys()
  await Promise.all(
    names.filter((name) => name.startsWith('kith-shell-') && name !== SHELL).map((n) => caches.delete(n)),
  )
  await self.clients.claim()
}

/** The kept page; elsewhere than at the Door it must not show the Door first. */
const keptPage = async (path: string): Promise<Response> => {
  const page = await (await caches.open(SHELL)).match('/')
  if (page === undefined) return Response.error()
  if (path === '/') return page
  const html = (await page.text()).replace('data-at="door"', 'data-at="app"')
  return new Response(html, { headers: page.headers })
}

const navigate = async (request: Request): Promise<Response> => {
  try {
    return await fetch(request)
  } catch {
    return keptPage(new URL(request.url).pathname)
  }
}

/** Names of assets carry a hash of their content: what is kept is never out of date. */
const asset = async (request: Request): Promise<Response> => {
  const kept = await caches.match(request)
  if (kept !== undefined) return kept
  const fresh = await fetch(request)
  if (fresh.ok) await (await caches.open(LATER)).put(request, fresh.clone())
  return fresh
}

const takeShared = async (request: Request): Promise<Response> => {
  const form = await request.formData()
  const files = form.getAll('contacts').filter((entry) => entry instanceof File)
  const cache = await caches.open(SHARED)
  await Promise.all(
    files.map((file, i) =>
      cache.put(`/bring/shared/${i}`, new Response(file, { headers: { 'x-name': encodeURIComponent(file.name) } })),
    ),
  )
  return Response.redirect('/bring?shared=1', 303)
}

self.addEventListener('install', (event) => event.waitUntil(install()))
self.addEventListener('activate', (event) => event.waitUntil(dropOldShells()))
self.addEventListener('message', (event) => {
  if (event.data === 'use-new-version') void self.skipWaiting()
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== self.location.origin) return
  if (request.method === 'POST' && pathname === '/bring/shared') event.respondWith(takeShared(request))
  if (request.method !== 'GET') return
  if (request.mode === 'navigate' && !pathname.startsWith('/api/')) event.respondWith(navigate(request))
  else if (pathname.startsWith('/assets/') || pathname.startsWith('/icons/')) event.respondWith(asset(request))
})
