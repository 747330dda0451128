/** `--share`: for this start, PUBLIC_URL is the address of a tunnel. */
import { createServer } from 'node:net'
import encodeQR from 'qr'
import type { Config } from '../config.ts'
import { openTunnel, ShareError, type Tunnel } from './tunnel.ts'

/** Before the server listens: it must know the address that it has. */
export const openShare = async (config: Config, say: (line: string) => void): Promise<Tunnel> => {
  // Whatever else listens there would be on the internet.
  if (!(await isFree(hostIn(config), config.port)))
    throw new ShareError(`Something else listens on port ${config.port}. Stop it, or choose another one with --port.`)
  say('Opening a tunnel …')
  return await openTunnel({ target: localOrigin(config), say })
}

/** Where the server is found on its own machine. */
export const localOrigin = (config: Pick<Config, 'hosts' | 'port'>): string => {
  const host = hostIn(config)
  return `http://${host.includes(':') ? `[${host}]` : host}:${config.port}`
}

const hostIn = ({ hosts }: Pick<Config, 'hosts'>): string =>
  hosts.length === 1 && !['::', '0.0.0.0'].includes(hosts[0]!) ? hosts[0]! : '127.0.0.1'

/** What whoever started it reads, and what phones scan. */
export const shareLines = ({ kind, origin }: Tunnel, isTerminal: boolean): string[] => [
  '',
  encodeQR(origin, isTerminal ? 'term' : 'ascii'),
  `Phones can scan this, or open ${origin} (it can take a minute until they find it).`,
  `The traffic goes through ${kind.name}. ${kind.readers}`,
  'The tunnel is closed when Kith stops (Ctrl+C).',
]

const isFree = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, host, () => server.close(() => resolve(true)))
  })
