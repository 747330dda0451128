/** The built web app: one page at many addresses, its files, and the few pages that stand alone. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { APP_PATHS, FOLLOWS_PATH, SHARE_PATHS } from './app-paths.ts'
import { FOLLOWS, pagePolicy, WORKER } from './policies.ts'
import { shellSender } from './shell.ts'

export interface Pages {
  /** Where the build of the web app is. */
  readonly dist: string
  /** Whether there is an evening with made-up people. */
  readonly offersTry: boolean
}

export interface PageParts extends Pages {
  readonly publicUrl: URL
  readonly acceptedOrigins: readonly string[]
}

export const addPages = async (app: FastifyInstance, parts: PageParts): Promise<void> => {
  const { dist, acceptedOrigins } = parts
  const policy = pagePolicy(acceptedOrigins)
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  const sendShell = shellSender({ ...parts, html, policy })
  for (const path of APP_PATHS) app.get(path, sendShell)

  await app.register(fastifyStatic, { root: dist, serve: false, preCompressed: true, cacheControl: false })
  for (const file of filesOf(dist)) addFile(app, file, policy)
  await app.register(addShareTarget)
}

/** What the build wrote, without the page itself, what is compressed beside its original, and Vite's own notes. */
const filesOf = (dist: string): string[] =>
  readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length).replaceAll('\\', '/').replace(/^\//, ''))
    .filter((file) => file !== 'index.html' && !/\.(br|gz)$|(^|\/)\./.test(file))

const addFile = (app: FastifyInstance, file: string, policy: string): void => {
  const headers = headersOf(file, policy)
  const send = (reply: FastifyReply) => reply.headers(headers).sendFile(file)
  app.get(addressOf(file), (_request, reply) => send(reply))
}

/** A page that stands alone is at its name. */
const addressOf = (file: string): string => `/${file.replace(/\.html$/, '')}`

/** Names of assets carry a hash of their content: what is kept is never out of date. Of all else the browser asks again. */
const headersOf = (file: string, policy: string): Record<string, string> => {
  const caching = { 'cache-control': file.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache' }
  if (addressOf(file) === FOLLOWS_PATH) return { ...caching, 'content-security-policy': FOLLOWS }
  if (file.endsWith('.html')) return { ...caching, 'content-security-policy': policy }
  if (/^assets\/[^/]*worker[^/]*\.js$/.test(file)) return { ...caching, 'content-security-policy': WORKER }
  // The service worker fetches what pages ask for, and runs no WebAssembly.
  if (file === 'sw.js') return { ...caching, 'content-security-policy': policy }
  return caching
}

/** An address book that got past the service worker, where there is none yet: it is not read, and one is asked again. */
const addShareTarget = async (app: FastifyInstance): Promise<void> => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, payload, done) => {
    payload.resume()
    payload.once('end', () => done(null))
    payload.once('error', done)
  })
  for (const path of SHARE_PATHS) {
    app.post(path, { bodyLimit: SHARE_LIMIT }, (_request, reply) => reply.redirect('/bring', 303))
  }
}

const SHARE_LIMIT = 64 * 1024 * 1024
