/** What each kind of answer allows a browser to do with it (Content-Security-Policy), and the headers that all of them have. */
import type { FastifyInstance } from 'fastify'

const policy = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, value]) => (value === '' ? name : `${name} ${value}`))
    .join('; ')

const CLOSED = { 'default-src': "'none'", 'base-uri': "'none'", 'frame-ancestors': "'none'" }

/** Answers that are no page: nothing may be loaded by them. */
export const NOTHING = policy(CLOSED)

const PAGE = {
  ...CLOSED,
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'manifest-src': "'self'",
  'form-action': "'self'",
  'require-trusted-types-for': "'script'",
}

/** The app. Some browsers do not take a socket for 'self', so that it is named. */
export const pagePolicy = (origins: readonly string[]): string =>
  policy({
    ...PAGE,
    'connect-src': ["'self'", ...origins.map((origin) => origin.replace(/^http/, 'ws'))].join(' '),
    'worker-src': "'self'",
  })

/**
 * The page that asks one foreign server for one's own follows (DATA3): any server, but no worker, so that no address book
 * can be read in the document that may ask anybody.
 */
export const FOLLOWS = policy({ ...PAGE, 'connect-src': "'self' https:", 'worker-src': "'none'" })

/** A worker has the policy of its own file; only there may libsodium compile its WebAssembly. */
export const WORKER = policy({ ...CLOSED, 'script-src': "'self' 'wasm-unsafe-eval'", 'connect-src': "'self'" })

/** A page made here, with one style sheet inside that has this hash. */
export const plainPage = (styleHash: string): string => policy({ ...CLOSED, 'style-src': `'sha256-${styleHash}'` })

const YEAR = 31_536_000

const isTrustworthy = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)

export const addSecurityHeaders = (app: FastifyInstance, publicUrl: URL): void => {
  const headers = {
    'content-security-policy': NOTHING,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(self), microphone=(self), geolocation=(self), payment=(), usb=()',
    'cross-origin-resource-policy': 'same-origin',
    // Browsers take it from trustworthy origins alone, and complain of it elsewhere.
    ...(isTrustworthy(publicUrl) && { 'cross-origin-opener-policy': 'same-origin' }),
    ...(publicUrl.protocol === 'https:' && { 'strict-transport-security': `max-age=${YEAR}` }),
  }
  app.addHook('onRequest', async (_request, reply) => void reply.headers(headers))
}
