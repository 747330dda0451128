/** `kith setup DOMAIN`: prints what puts Kith behind Caddy on this server. It changes nothing by itself. */
import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readConfig } from '../config.ts'
import { parsePublicUrl } from '../public-url.ts'
import { command, UsageError } from './running/command.ts'
import { setupScript } from './setup/script.ts'

export const summary = 'setup DOMAIN: prints a Caddyfile, a systemd unit and the commands to put them in place'

const PROGRAM = fileURLToPath(new URL('../../bin/kith.mjs', import.meta.url))

export const run = command(async ([domain, ...options], say) => {
  if (domain === undefined || domain.startsWith('-')) throw new UsageError('kith setup kith.example.org')
  const { port } = readConfig(undefined, options)
  const node = realpathSync(process.execPath)
  for (const path of [node, PROGRAM]) requirePlain(path)
  say(setupScript({ domain: publicDomain(domain), port, node, program: PROGRAM }).trimEnd())
  return 0
})

/** A name that phones can find, and nothing but a name: it goes into files. */
export const publicDomain = (text: string): string => {
  const domain = text.toLowerCase()
  const isName = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(domain)
  if (!isName || !parsePublicUrl(`https://${domain}`).isReachableByPhones)
    throw new Error('The name of a server, as phones will open it: like kith.example.org, without https:// and port.')
  return domain
}

/** systemd splits at spaces and reads %, and so does the shell. */
const requirePlain = (path: string): void => {
  if (!/^[\w./+@-]+$/.test(path)) throw new Error(`${path}: move it to a path of letters, digits and . _ - alone.`)
}
