import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from '../src/config.ts'
import { parsePublicUrl } from '../src/public-url.ts'

const HOME = '/home/ana'
const problemsOf = (env: Record<string, string>, argv: string[] = []): readonly string[] => {
  try {
    readConfig({ HOME, ...env }, argv)
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    return (error as ConfigError).problems
  }
  return []
}

describe('a fresh clone', () => {
  test('needs no variable but HOME', () => {
    expect(readConfig({ HOME })).toEqual({
      dataDir: '/home/ana/.local/share/kith',
      paths: {
        database: '/home/ana/.local/share/kith/database',
        bus: '/home/ana/.local/share/kith/bus/rooms.bus',
        keys: '/home/ana/.local/share/kith/keys/keys.json',
      },
      port: 4455,
      hosts: ['127.0.0.1', '::1'],
      publicUrl: {
        origin: 'http://localhost:4455',
        secureCookies: false,
        isLoopback: true,
        isLimited: false,
        isReachableByPhones: false,
        acceptedOrigins: ['http://localhost:4455', 'http://127.0.0.1:4455'],
      },
      databaseUrl: undefined,
      metricsPort: undefined,
      logLevel: 'info',
      hasTry: true,
      trustProxy: false,
      budgets: {
        memberFirstDay: 10_240,
        memberPerDay: 2048,
        guestPerRoom: 5120,
        addressPerHour: 50_000,
        hostAddressPerPlace: 5120,
      },
      isShared: false,
      isDemo: false,
    })
  })

  test('an empty variable is an absent one', () => {
    const names = ['PORT', 'HOST', 'PUBLIC_URL', 'DATABASE_URL', 'REDIS_URL', 'METRICS_PORT', 'LOG_LEVEL', 'KITH_TRY']
    const empty = Object.fromEntries(names.map((name) => [name, ' ']))
    expect(readConfig({ HOME, ...empty })).toEqual(readConfig({ HOME }))
  })
})

describe('where things are', () => {
  test.each([
    [{ KITH_DATA_DIR: '/var/lib/kith' }, '/var/lib/kith', '/var/lib/kith/keys/keys.json'],
    [{ KITH_DATA_DIR: 'data' }, `${process.cwd()}/data`, `${process.cwd()}/data/keys/keys.json`],
    [{ KITH_DATA_DIR: '/d', KITH_KEYS_FILE: '/etc/kith/keys.json' }, '/d', '/etc/kith/keys.json'],
    [{ XDG_DATA_HOME: '/xdg' }, '/xdg/kith', '/xdg/kith/keys/keys.json'],
    [{ XDG_DATA_HOME: 'relative' }, '/home/ana/.local/share/kith', '/home/ana/.local/share/kith/keys/keys.json'],
  ])('%j', (env, dataDir, keys) => {
    const config = readConfig({ HOME, ...env } as Record<string, string>)
    expect([config.dataDir, config.paths.keys]).toEqual([dataDir, keys])
  })

  test('without a home it must be said', () => {
    expect(() => readConfig({})).toThrow('KITH_DATA_DIR: needed where there is no HOME')
    expect(readConfig({ KITH_DATA_DIR: '/var/lib/kith' }).dataDir).toBe('/var/lib/kith')
  })
})

describe('who is let in', () => {
  test.each([
    [{}, ['127.0.0.1', '::1'], false, true],
    [{ PUBLIC_URL: 'http://localhost:8080' }, ['127.0.0.1', '::1'], false, true],
    [{ PUBLIC_URL: 'https://kith.example.org' }, ['127.0.0.1', '::1'], ['loopback'], false],
    [{ PUBLIC_URL: 'https://kith.example.org', HOST: '0.0.0.0' }, ['0.0.0.0'], ['loopback'], false],
    [{ PUBLIC_URL: 'http://192.168.1.20:4455' }, ['::'], false, false],
    [{ HOST: 'localhost', KITH_TRY: '0' }, ['127.0.0.1', '::1'], false, false],
    [{ HOST: '[::]', PUBLIC_URL: 'https://kith.example.org', KITH_TRY: '1' }, ['::'], ['loopback'], true],
  ])('%j listens on %j, trusts %j, made-up evening %j', (env, hosts, trustProxy, hasTry) => {
    const config = readConfig({ HOME, ...env } as Record<string, string>)
    expect([config.hosts, config.trustProxy, config.hasTry]).toEqual([hosts, trustProxy, hasTry])
  })

  test.each([
    ['0', false],
    ['off', false],
    ['loopback', ['loopback']],
    ['uniquelocal, 203.0.113.7', ['uniquelocal', '203.0.113.7']],
    ['10.0.0.0/8,fd00::/8', ['10.0.0.0/8', 'fd00::/8']],
  ])('TRUST_PROXY=%s', (text, expected) => {
    expect(readConfig({ HOME, TRUST_PROXY: text }).trustProxy).toEqual(expected)
  })
})

describe('what is wrong is said by variable and rule', () => {
  test.each([
    ['PORT', '0', 'a whole number from 1 to 65535'],
    ['PORT', '65536', 'a whole number from 1 to 65535'],
    ['PORT', '44.5', 'a whole number from 1 to 65535'],
    ['PORT', '0x10', 'a whole number from 1 to 65535'],
    ['HOST', 'example.org', 'an IP address to listen on'],
    ['HOST', '127.0.0.1:80', 'an IP address to listen on'],
    ['METRICS_PORT', 'yes', 'a whole number from 1 to 65535'],
    ['METRICS_PORT', '4455', 'another one than PORT'],
    ['LOG_LEVEL', 'INFO', 'one of trace, debug'],
    ['KITH_TRY', 'maybe', '1 or 0'],
    ['DATABASE_URL', 'mysql://ana:secret@db/kith', 'an address like postgres://'],
    ['DATABASE_URL', 'postgres://', 'an address like postgres://'],
    ['REDIS_URL', 'redis://:secret@localhost', 'not yet'],
    ['TRUST_PROXY', 'true', '0, or the proxies'],
    ['TRUST_PROXY', '1', '0, or the proxies'],
    ['TRUST_PROXY', '0.0.0.0/0', '0, or the proxies'],
    ['TRUST_PROXY', '10.0.0.0/33', '0, or the proxies'],
    ['TRUST_PROXY', '10.0.0.1,', '0, or the proxies'],
    ['KITH_EVALUATIONS_PER_GUEST', '63', 'at least one batch of 64'],
    ['KITH_EVALUATIONS_PER_ADDRESS', '-1', 'at least one batch of 64'],
    ['PUBLIC_URL', 'kith.example.org', 'an address with https:// or http://'],
    ['PUBLIC_URL', 'ftp://kith.example.org', 'an address with https:// or http://'],
    ['PUBLIC_URL', 'localhost:4455', 'an address with https:// or http://'],
    ['PUBLIC_URL', 'https://ana:secret@kith.example.org', 'without user and password'],
    ['PUBLIC_URL', 'https://kith.example.org/rooms', 'an origin only'],
    ['PUBLIC_URL', 'https://kith.example.org/?a=1', 'an origin only'],
    ['PUBLIC_URL', 'https://kith.example.org/#', 'an origin only'],
  ])('%s=%s', (name, value, rule) => {
    const problems = problemsOf({ [name]: value })
    expect(problems).toHaveLength(1)
    expect(problems[0]!.startsWith(`${name}: `)).toBe(true)
    expect(problems[0]).toContain(rule)
    expect(problems[0]).not.toContain('secret')
  })

  test('all of it at once', () => {
    expect(problemsOf({ PORT: 'x', LOG_LEVEL: 'loud' }, ['--shear']).map((line) => line.split(':')[0])).toEqual([
      '--shear',
      'PORT',
      'LOG_LEVEL',
    ])
    expect(() => readConfig({ HOME, PORT: 'x', KITH_TRY: 'x' })).toThrow(
      /cannot be used\.\n {2}PORT: .*\n {2}KITH_TRY: /,
    )
  })
})

describe('options', () => {
  test('stand above variables', () => {
    const argv = ['--port', '5000', '--public-url=https://kith.example.org', '--data-dir', '/d', '--share', '--demo']
    const config = readConfig({ HOME, PORT: '4000' }, argv)
    expect([config.port, config.publicUrl.origin, config.dataDir]).toEqual([5000, 'https://kith.example.org', '/d'])
    expect([config.isShared, config.isDemo]).toEqual([true, true])
    expect(readConfig({ HOME, PORT: '4000' }).publicUrl.origin).toBe('http://localhost:4000')
  })

  test.each([
    [['--port'], '--port: needs a value'],
    [['--port='], '--port: needs a value'],
    [['--constructor', 'x'], '--constructor: no such option'],
    [['rooms'], 'rooms: no such option'],
    [['--share=yes'], '--share: no such option'],
    [['--host', 'nowhere'], 'HOST: an IP address'],
  ])('%j', (argv, problem) => {
    expect(problemsOf({}, argv)[0]).toContain(problem)
  })
})

describe('PUBLIC_URL', () => {
  test.each([
    ['https://kith.example.org', 'https://kith.example.org', true, false, false, true],
    ['https://kith.example.org/', 'https://kith.example.org', true, false, false, true],
    ['HTTPS://Kith.Example.org:443', 'https://kith.example.org', true, false, false, true],
    ['https://bücher.example.org:8443', 'https://xn--bcher-kva.example.org:8443', true, false, false, true],
    ['http://kith.example.org', 'http://kith.example.org', false, false, true, true],
    ['http://203.0.113.7:4455', 'http://203.0.113.7:4455', false, false, true, true],
    ['http://192.168.1.20:4455', 'http://192.168.1.20:4455', false, false, true, false],
    ['https://192.168.1.20', 'https://192.168.1.20', true, false, false, false],
    ['http://localhost:4455', 'http://localhost:4455', false, true, false, false],
    ['http://127.0.0.1:4455', 'http://127.0.0.1:4455', false, true, false, false],
    ['http://127.1:4455', 'http://127.0.0.1:4455', false, true, false, false],
    ['http://[::1]:4455', 'http://[::1]:4455', false, true, false, false],
    ['https://localhost', 'https://localhost', true, true, false, false],
    ['http://kith.localhost', 'http://kith.localhost', false, true, false, false],
  ])('%s', (text, origin, secureCookies, isLoopback, isLimited, isReachableByPhones) => {
    const url = parsePublicUrl(text)
    expect(url).toMatchObject({ origin, secureCookies, isLoopback, isLimited, isReachableByPhones })
    expect(url.acceptedOrigins).toContain(origin)
  })

  test.each([
    ['http://localhost:4455', ['http://localhost:4455', 'http://127.0.0.1:4455']],
    ['http://127.0.0.1:8080', ['http://127.0.0.1:8080', 'http://localhost:8080']],
    ['http://localhost', ['http://localhost', 'http://127.0.0.1']],
    ['http://[::1]:1', ['http://[::1]:1', 'http://localhost:1', 'http://127.0.0.1:1']],
    ['https://kith.example.org', ['https://kith.example.org']],
    ['http://localhost.example.org', ['http://localhost.example.org']],
    ['http://192.168.1.20', ['http://192.168.1.20']],
  ])('pages of %s and its sisters may write, no others', (text, accepted) => {
    expect(parsePublicUrl(text).acceptedOrigins).toEqual(accepted)
  })

  test.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '100.127.9.9',
    '169.254.1.1',
    '172.16.0.1',
    '172.31.255.1',
    '192.168.0.1',
    '[fd12::1]',
    '[fe80::1]',
    '[::]',
    '[::ffff:192.168.1.1]',
    'laptop',
    'laptop.local',
    'nas.lan',
    'kith.home.arpa',
    'kith.internal',
    'router.home',
    'kith.local.',
  ])('phones elsewhere cannot reach %s', (host) => {
    expect(parsePublicUrl(`https://${host}`).isReachableByPhones).toBe(false)
  })

  test.each([
    '11.0.0.1',
    '100.63.0.1',
    '100.128.0.1',
    '172.15.0.1',
    '172.32.0.1',
    '192.167.0.1',
    '[2a01:4f8::1]',
    'kith.ts.net',
    'local.example.org',
    'a.trycloudflare.com',
  ])('phones can reach %s', (host) => {
    expect(parsePublicUrl(`https://${host}`).isReachableByPhones).toBe(true)
  })
})
