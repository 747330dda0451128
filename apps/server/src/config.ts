/**
 * The only reader of the environment. What somebody got wrong is said by the name of its variable and the rule, all of it
 * at once, and never with a value that may hold a password. docs/self-hosting.md has the table of variables.
 */
import { isIP } from 'node:net'
import { isAbsolute, join, resolve } from 'node:path'
import { type PublicUrl, parsePublicUrl } from './public-url.ts'

export interface Config {
  /** Everything below is in here unless a variable says otherwise. Absolute. */
  readonly dataDir: string
  readonly paths: {
    readonly database: string
    /** Like the keys, in a directory that no backup takes. */
    readonly bus: string
    readonly keys: string
  }
  readonly port: number
  /** To listen on each of them; `::` stands for every address, IPv4 too. */
  readonly hosts: readonly string[]
  readonly publicUrl: PublicUrl
  /** Absent: PostgreSQL in this process. May hold a password. */
  readonly databaseUrl: string | undefined
  /** Absent: no metrics are served. */
  readonly metricsPort: number | undefined
  readonly logLevel: LogLevel
  /** Whether the made-up evening is offered. */
  readonly hasTry: boolean
  /** Whose word on a caller's address is taken; as Fastify's `trustProxy` takes it. */
  readonly trustProxy: false | readonly string[]
  readonly budgets: Budgets
  /** `--share`: let phones in through a tunnel. */
  readonly isShared: boolean
  /** `--demo`: open the made-up evening. */
  readonly isDemo: boolean
}

/** CON2, in elements: whole batches of 64, padding included. */
export interface Budgets {
  readonly memberFirstDay: number
  readonly memberPerDay: number
  readonly guestPerRoom: number
  readonly addressPerHour: number
  /** For the address from which an open room's host is connected, per place of the room. */
  readonly hostAddressPerPlace: number
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** What is wrong, a line each. */
export class ConfigError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(`The configuration cannot be used.\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
    this.name = 'ConfigError'
    this.problems = problems
  }
}

type Environment = Readonly<Record<string, string | undefined>>
/** Reads one variable; what is empty counts as absent, because compose files pass it so. */
type Read = <T>(name: string, parse: (text: string) => T, absent: T) => T

const DEFAULT_PORT = 4455
const LOOPBACK_HOSTS = ['127.0.0.1', '::1']
const BATCH_SIZE = 64
/** Proxies by what they are: the names that proxy-addr knows. */
const PROXY_NAMES = ['loopback', 'linklocal', 'uniquelocal']
/** Options that stand for a variable, for one start. */
const VARIABLE_OF: Readonly<Record<string, string>> = {
  '--port': 'PORT',
  '--host': 'HOST',
  '--public-url': 'PUBLIC_URL',
  '--data-dir': 'KITH_DATA_DIR',
}
const SWITCHES = ['--share', '--demo']

export function readConfig(env: Environment = process.env, argv: readonly string[] = []): Config {
  const problems: string[] = []
  const { given, switches } = readOptions(argv, problems)
  const all = { ...env, ...given }
  const read: Read = (name, parse, absent) => {
    const text = all[name]?.trim() ?? ''
    try {
      return text === '' ? absent : parse(text)
    } catch (error) {
      problems.push(`${name}: ${(error as Error).message}`)
      return absent
    }
  }
  const config = readAll(read, all, switches, problems)
  if (config.metricsPort === config.port) problems.push('METRICS_PORT: another one than PORT')
  if (problems.length > 0) throw new ConfigError(problems)
  return config
}

function readAll(read: Read, env: Environment, switches: ReadonlySet<string>, problems: string[]): Config {
  const port = read('PORT', parsePort, DEFAULT_PORT)
  const publicUrl = read('PUBLIC_URL', parsePublicUrl, parsePublicUrl(`http://localhost:${port}`))
  const dataDir = read('KITH_DATA_DIR', (text) => resolve(text), undefined) ?? dataHome(env, problems)
  read('REDIS_URL', refuseRedis, undefined)
  return {
    dataDir,
    paths: {
      database: join(dataDir, 'database'),
      bus: join(dataDir, 'bus', 'rooms.bus'),
      keys: read('KITH_KEYS_FILE', (text) => resolve(text), join(dataDir, 'keys', 'keys.json')),
    },
    port,
    hosts: read('HOST', parseHost, defaultHosts(publicUrl)),
    publicUrl,
    databaseUrl: read<string | undefined>('DATABASE_URL', parseDatabaseUrl, undefined),
    metricsPort: read<number | undefined>('METRICS_PORT', parsePort, undefined),
    logLevel: read('LOG_LEVEL', (text) => oneOf(LOG_LEVELS, text), 'info'),
    hasTry: read('KITH_TRY', parseSwitch, publicUrl.isLoopback),
    trustProxy: read('TRUST_PROXY', parseProxies, publicUrl.secureCookies ? ['loopback'] : false),
    budgets: readBudgets(read),
    isShared: switches.has('--share'),
    isDemo: switches.has('--demo'),
  }
}

function readBudgets(read: Read): Budgets {
  return {
    memberFirstDay: read('KITH_EVALUATIONS_FIRST_DAY', parseBudget, 10_240),
    memberPerDay: read('KITH_EVALUATIONS_PER_DAY', parseBudget, 2048),
    guestPerRoom: read('KITH_EVALUATIONS_PER_GUEST', parseBudget, 5120),
    addressPerHour: read('KITH_EVALUATIONS_PER_ADDRESS', parseBudget, 50_000),
    hostAddressPerPlace: read('KITH_EVALUATIONS_PER_PLACE', parseBudget, 5120),
  }
}

/**
 * Where people's data is looked for without KITH_DATA_DIR: the same wherever `kith` is called from, and out of the way of
 * whoever cleans or replaces a checkout. (XDG Base Directory: a relative XDG_DATA_HOME counts as absent.)
 */
function dataHome({ HOME, XDG_DATA_HOME }: Environment, problems: string[]): string {
  if (XDG_DATA_HOME !== undefined && isAbsolute(XDG_DATA_HOME)) return join(XDG_DATA_HOME, 'kith')
  if (HOME !== undefined && isAbsolute(HOME)) return join(HOME, '.local', 'share', 'kith')
  problems.push('KITH_DATA_DIR: needed where there is no HOME, like /var/lib/kith')
  return ''
}

/**
 * Nobody else's machine is let in by accident. With https a proxy or a tunnel on this machine takes the calls, since Kith
 * speaks no TLS (in a container, HOST says otherwise); only plain http to another name must come to Kith itself.
 */
function defaultHosts({ isLimited }: PublicUrl): readonly string[] {
  return isLimited ? ['::'] : LOOPBACK_HOSTS
}

function parsePort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) throw new Error('a whole number from 1 to 65535')
  return port
}

function parseHost(text: string): readonly string[] {
  if (text === 'localhost') return LOOPBACK_HOSTS
  const host = text.replace(/^\[(.*)\]$/, '$1')
  if (isIP(host) === 0) throw new Error('an IP address to listen on, like 127.0.0.1, or 0.0.0.0 or :: for all')
  return [host]
}

function parseDatabaseUrl(text: string): string {
  if (!/^postgres(ql)?:\/\/./.test(text) || !URL.canParse(text))
    throw new Error('an address like postgres://user:password@host:5432/kith, or nothing for the database within')
  return text
}

function refuseRedis(): never {
  throw new Error('not yet. One process keeps its rooms in memory and in a file; leave the variable away')
}

/** Everyone's word would let anybody call themselves anybody, so `true` is none of them. */
function parseProxies(text: string): false | readonly string[] {
  if (/^(0|false|no|off)$/i.test(text)) return false
  const proxies = text.split(',').map((proxy) => proxy.trim())
  if (!proxies.every(isProxy))
    throw new Error(
      `0, or the proxies by address, network (10.0.0.0/8) or name (${PROXY_NAMES.join(', ')}), with commas`,
    )
  return proxies
}

function isProxy(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/')
  const family = isIP(address)
  const isPrefix = prefix === undefined || (/^\d+$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128))
  // A network of everybody is `true` by another name.
  return PROXY_NAMES.includes(text) || (family !== 0 && isPrefix && Number(prefix ?? 1) > 0 && more.length === 0)
}

function parseSwitch(text: string): boolean {
  if (/^(1|true|yes|on)$/i.test(text)) return true
  if (/^(0|false|no|off)$/i.test(text)) return false
  throw new Error('1 or 0')
}

function parseBudget(text: string): number {
  if (!/^\d{1,12}$/.test(text) || Number(text) < BATCH_SIZE)
    throw new Error(`a whole number of elements, at least one batch of ${BATCH_SIZE}`)
  return Number(text)
}

function oneOf<T extends string>(allowed: readonly T[], text: string): T {
  const found = allowed.find((one) => one === text)
  if (found === undefined) throw new Error(`one of ${allowed.join(', ')}`)
  return found
}

function readOptions(argv: readonly string[], problems: string[]) {
  const given: Record<string, string> = {}
  const switches = new Set<string>()
  for (let index = 0; index < argv.length; index++) {
    const [name = '', ...rest] = argv[index]!.split('=')
    const variable = Object.hasOwn(VARIABLE_OF, name) ? VARIABLE_OF[name] : undefined
    const value = rest.length > 0 ? rest.join('=') : argv[index + 1]
    if (variable === undefined && SWITCHES.includes(argv[index]!)) switches.add(name)
    else if (variable === undefined) problems.push(`${name}: no such option`)
    else if (value === undefined || value === '') problems.push(`${name}: needs a value`)
    else given[variable] = value
    if (variable !== undefined && rest.length === 0) index++
  }
  return { given, switches }
}
