/** A tunnel of a program that is installed: started, waited for until it has an address, and stopped with the server. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { cloudflared, NOTHING_INSTALLED, type TunnelKind, tailscale } from './announcements.ts'

export interface Tunnel {
  readonly kind: TunnelKind
  /** `https://…`, without a slash at its end. */
  readonly origin: string
  /** Runs when it ends by itself. */
  onEnd(listener: () => void): void
  [Symbol.asyncDispose](): Promise<void>
}

export interface TunnelTerms {
  /** Where the server will listen. */
  readonly target: string
  readonly say: (line: string) => void
  /** How long a program has to come up with an address; until somebody has consented, ten times as long. */
  readonly patienceMs?: number
}

/** Tailscale first: nobody else can read what goes through it. */
export const openTunnel = async (terms: TunnelTerms): Promise<Tunnel> => {
  let isInstalled = false
  for (const kind of [tailscale, cloudflared]) {
    const tunnel = await start(kind, terms)
    if (typeof tunnel === 'object') return tunnel
    isInstalled ||= tunnel === 'failed'
  }
  throw new ShareError(isInstalled ? 'No tunnel could be opened; see above. Nothing was started.' : NOTHING_INSTALLED)
}

export class ShareError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ShareError'
  }
}

const PATIENCE_MS = 60_000
const LONGEST_OUTPUT = 64 * 1024

const start = async (kind: TunnelKind, terms: TunnelTerms): Promise<Tunnel | 'absent' | 'failed'> => {
  const child = spawn(kind.program, kind.words(terms.target), { stdio: ['ignore', 'pipe', 'pipe'] })
  const isSpawned = await once(child, 'spawn').then(
    () => true,
    () => false,
  )
  if (!isSpawned) return 'absent'
  const killAtExit = () => void child.kill('SIGKILL')
  process.once('exit', killAtExit)
  child.once('exit', () => process.off('exit', killAtExit))
  const found = await addressOf(child, kind, terms)
  if ('origin' in found) {
    const { origin } = found
    return { kind, origin, onEnd: (listener) => onEnd(child, listener), [Symbol.asyncDispose]: () => stop(child) }
  }
  await stop(child)
  terms.say(`${kind.name} gave no address. ${kind.program} said:`)
  for (const line of lastLines(found.output)) terms.say(`  ${line}`)
  return 'failed'
}

/** Both write for people, and to the end: their output is read on, and not kept, once it has said the address. */
const addressOf = (
  child: ChildProcess,
  kind: TunnelKind,
  { say, patienceMs = PATIENCE_MS }: TunnelTerms,
): Promise<{ origin: string } | { output: string }> =>
  new Promise((resolve) => {
    let output = ''
    let asked = false
    const giveUp = () => resolve({ output })
    let timer = setTimeout(giveUp, patienceMs)
    const read = (chunk: Buffer) => {
      if (output.length < LONGEST_OUTPUT) output += chunk.toString('utf8')
      const consent = kind.consentIn(output)
      if (consent !== undefined && !asked) {
        asked = true
        say(`${kind.name} is not allowed yet. Allow it on this page; this start waits meanwhile: ${consent}`)
        clearTimeout(timer)
        timer = setTimeout(giveUp, patienceMs * 10)
      }
      const origin = kind.addressIn(output)
      if (origin !== undefined) done({ origin })
    }
    const done = (found: { origin: string } | { output: string }) => {
      clearTimeout(timer)
      resolve(found)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('close', () => done({ output }))
  })

const stopping = new WeakSet<ChildProcess>()

const onEnd = (child: ChildProcess, listener: () => void): void => {
  const listen = () => {
    if (!stopping.has(child)) listener()
  }
  if (hasEnded(child)) listen()
  else child.once('exit', listen)
}

/** Asked first, as by Ctrl+C; cloudflared would wait 30 seconds for connections that are kept. */
const PATIENCE_AT_STOP_MS = 3000

const stop = async (child: ChildProcess): Promise<void> => {
  stopping.add(child)
  if (hasEnded(child)) return
  const ended = once(child, 'exit')
  child.kill('SIGINT')
  const patience = new AbortController()
  const timer = sleep(PATIENCE_AT_STOP_MS, undefined, { signal: patience.signal }).then(
    () => child.kill('SIGKILL'),
    () => false,
  )
  await ended
  patience.abort()
  await timer
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null

const lastLines = (output: string): string[] => {
  const lines = output.split(/\r?\n/).filter((line) => line.trim() !== '')
  return lines.length === 0 ? ['(nothing)'] : lines.slice(-8)
}
