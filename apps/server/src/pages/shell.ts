/**
 * The page of the app, with its markers filled in: at the Door or elsewhere, whether there is a made-up evening, whether
 * this address keeps the camera and the like from the page. There are few variants, so that each is made and compressed once.
 */
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

export interface ShellParts {
  readonly html: string
  readonly policy: string
  readonly publicUrl: URL
  /** Whether there is an evening with made-up people. */
  readonly offersTry: boolean
}

export type SendShell = (request: FastifyRequest, reply: FastifyReply) => FastifyReply

type Encoding = 'br' | 'gzip' | 'identity'

export const shellSender = ({ html, policy, publicUrl, offersTry }: ShellParts): SendShell => {
  const variant = (at: 'door' | 'app', limited: boolean) =>
    compressed(
      html
        .replaceAll('%KITH_AT%', at)
        .replaceAll('%KITH_TRY%', offersTry ? '1' : '0')
        .replaceAll('%KITH_LIMITED%', limited ? '1' : '0'),
    )
  const variants = {
    door: { free: variant('door', false), limited: variant('door', true) },
    app: { free: variant('app', false), limited: variant('app', true) },
  }
  return (request, reply) => {
    const at = request.routeOptions.url === '/' ? 'door' : 'app'
    const encoding = encodingFor(String(request.headers['accept-encoding'] ?? ''))
    if (encoding !== 'identity') reply.header('content-encoding', encoding)
    return reply
      .headers({ 'content-security-policy': policy, 'cache-control': 'no-cache', vary: 'accept-encoding' })
      .type('text/html; charset=utf-8')
      .send(variants[at][isLimited(request, publicUrl) ? 'limited' : 'free'][encoding])
  }
}

const compressed = (text: string): Readonly<Record<Encoding, Buffer>> => {
  const identity = Buffer.from(text)
  return { identity, br: brotliCompressSync(identity), gzip: gzipSync(identity) }
}

const encodingFor = (accepted: string): Encoding => {
  if (/\bbr\b(?!\s*;\s*q=0(\.0+)?(,|$))/.test(accepted)) return 'br'
  return /\bgzip\b(?!\s*;\s*q=0(\.0+)?(,|$))/.test(accepted) ? 'gzip' : 'identity'
}

/** Plain http elsewhere than on the machine itself: no camera, contacts, service worker or clipboard there. */
const isLimited = ({ protocol, hostname }: FastifyRequest, publicUrl: URL): boolean =>
  publicUrl.protocol !== 'https:' && protocol !== 'https' && !isLoopback(hostname)

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  /^127\.\d+\.\d+\.\d+$/.test(hostname) ||
  hostname === '[::1]'
