/** The address that people use, asked as they would: whether this very server answers there, also over WebSocket. */
import { createHash, randomBytes } from 'node:crypto'
import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { INSTANCE_HEADER } from '../../http/health.ts'
import type { PublicUrl } from '../../public-url.ts'
import { type Finding, look, ok, wrong } from './finding.ts'

const PATIENCE_MS = 10_000

/** Whether phones can be sent there at all. */
export const addressFinding = ({ origin, isLoopback, isLimited, isReachableByPhones }: PublicUrl): Finding => {
  if (isLoopback)
    return look('address', `${origin} is this machine alone. For phones: npm start -- --share, or kith setup DOMAIN`)
  if (isLimited)
    return wrong(
      'address',
      `${origin} is not https, and browsers withhold camera, contacts and offline use. kith setup DOMAIN`,
    )
  if (!isReachableByPhones)
    return look(
      'address',
      `${origin} is known in this network alone, so that no QR shows it. Elsewhere: kith setup DOMAIN`,
    )
  return ok('address', `${origin} can be found by phones`)
}

export interface Answer {
  readonly finding: Finding
  /** Its Date header. */
  readonly date?: string | undefined
}

export const answerFinding = async (origin: string, instance: string): Promise<Answer> => {
  const about = 'outside'
  const response = await ask(`${origin}/healthz`, {}).catch((error: NodeJS.ErrnoException) => error)
  if (response instanceof Error) return { finding: wrong(about, whyNot(origin, response)) }
  response.resume()
  const { statusCode = 0, headers } = response
  const date = headers.date
  if (headers[INSTANCE_HEADER] === instance) return { finding: ok(about, `${origin} leads to this very server`), date }
  if (headers[INSTANCE_HEADER] !== undefined)
    return { finding: wrong(about, `${origin} leads to another Kith. Look at the DNS record and the proxy.`), date }
  if (statusCode >= 300 && statusCode < 400)
    return { finding: wrong(about, `${origin} leads on to ${hostOf(headers.location)}: let PUBLIC_URL be that.`), date }
  const what = statusCode === 502 || statusCode === 503 ? 'a proxy that does not reach Kith' : 'something else'
  return { finding: wrong(about, `${origin} leads to ${what} (status ${statusCode}). Look at the proxy.`), date }
}

/** Nobody has a session here: the server upgrades, and then says so by a close code. */
export const socketFinding = async (origin: string): Promise<Finding> => {
  const key = randomBytes(16).toString('base64')
  const headers = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': key,
  }
  const response = await ask(`${origin}/live`, { headers }).catch((error: NodeJS.ErrnoException) => error)
  const status = response instanceof Error ? response.code : `status ${response.statusCode}`
  if (!(response instanceof Error)) {
    response.destroy()
    const expected = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
    if (response.statusCode === 101 && response.headers['sec-websocket-accept'] === expected)
      return ok('live', 'WebSocket goes through')
  }
  const remedy = 'The proxy must pass on Upgrade and Connection.'
  return wrong('live', `WebSocket does not get through (${status}): nobody sees anything live. ${remedy}`)
}

/** What only the configuration shows. */
export const proxyFinding = ({ secureCookies }: PublicUrl, trustProxy: false | readonly string[]): Finding => {
  if (secureCookies && trustProxy === false)
    return wrong(
      'proxy',
      'TRUST_PROXY=0 behind https: everybody seems to come from one address, and soon has to wait (GST1).',
    )
  if (trustProxy === false) return ok('proxy', 'none is believed')
  return ok('proxy', `believed about callers' addresses: ${trustProxy.join(', ')}`)
}

const ask = (address: string, options: RequestOptions): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const request = address.startsWith('https:') ? requestHttps : requestHttp
    const asked = request(address, { ...options, timeout: PATIENCE_MS, agent: false }, resolve)
    asked.once('upgrade', (response, socket) => {
      socket.destroy()
      resolve(response)
    })
    asked.once('timeout', () => asked.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })))
    asked.once('error', reject)
    asked.end()
  })

const whyNot = (origin: string, { code = '', message }: NodeJS.ErrnoException): string => {
  if (/^(ENOTFOUND|EAI_)/.test(code))
    return `${origin}: nobody knows that name. Make its A and AAAA records at your DNS.`
  if (code === 'ECONNREFUSED') return `${origin}: nothing listens there. Start the proxy: systemctl status caddy`
  if (code === 'ETIMEDOUT') return `${origin}: no answer in 10 seconds. Open ports 80 and 443 in the firewall.`
  if (/CERT|SSL|TLS|EPROTO|ISSUER|SELF_SIGNED/.test(code)) return `${origin}: its certificate is not good (${code}).`
  return `${origin}: ${code || message}`
}

const hostOf = (location: string | undefined): string =>
  location !== undefined && URL.canParse(location) ? new URL(location).origin : 'another page'
