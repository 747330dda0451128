import { createHash } from 'node:crypto'
import Fastify from 'fastify'
import { describe, expect, test } from 'vitest'
import { createLogger, personal } from '../src/logging.ts'
import { looksRandom, redactText } from '../src/redaction.ts'

const memory = () => {
  const lines: string[] = []
  return { lines, stream: { write: (line: string) => void lines.push(line) } }
}
/** What becomes of one line. */
const logged = (details: object, message = 'x'): Record<string, unknown> => {
  const { lines, stream } = memory()
  createLogger({ level: 'info', stream }).info(details, message)
  expect(lines).toHaveLength(1)
  const { level, time, ...rest } = JSON.parse(lines[0]!)
  expect([typeof level, typeof time]).toEqual(['number', 'number'])
  return rest
}

describe('what must be hidden, wherever it stands', () => {
  test.each([
    // e-mail
    ['ana@example.org', '[email]'],
    ['could not write to Ana.Lopez+kith@mail.example.org.', 'could not write to [email]'],
    ['<ana@example.org>', '<[email]>'],
    ['mailto:ana@example.org', 'mailto:[email]'],
    ['ana%40example.org', '[email]'],
    ['jörg@bücher.example', '[email]'],
    ['user ana@example.org, ben@example.org', 'user [email], [email]'],
    // telephone numbers
    ['+441134960123', '[phone]'],
    ['+44 113 496 0123', '[phone]'],
    ['call (0113) 496-0123 now', 'call [phone] now'],
    ['0049 30 901820', '[phone]'],
    ['%2B441134960123', '[phone]'],
    ['07700900123', '[phone]'],
    ['113.496.0123', '[phone]'],
    ['0113/4960123', '[phone]'],
    ['tel:+1-202-555-0143', 'tel:[phone]'],
    // handles
    ['linkedin:in/ana-lopez', '[handle]'],
    ['mastodon:ana@social.example', '[handle]'],
    ['bluesky:ana.bsky.social', '[handle]'],
    ['web:ana.example/about', '[handle]'],
    ['asked @ana@social.example twice', 'asked [handle] twice'],
    ['https://social.example/@ana', 'https://social.example/[handle]'],
    ['https://www.linkedin.com/in/ana-lopez', 'https://www.[handle]'],
    ['https://bsky.app/profile/ana.bsky.social', 'https://[handle]'],
    ['did:plc:ewvi7nxzyoun6zhxrhs64oiz', '[handle]'],
    // room codes
    ['GET /r/KRFWHM/wall', 'GET /r/[room]/wall'],
    ['/r/krfwhm', '/r/[room]'],
    ['/join/KRF-WHM?x=1', '/join/[room]?x=1'],
    ['room KRFWHM is full', 'room [room] is full'],
    ['room KRF WHM is full', 'room [room] is full'],
    // cells and coordinates
    ['8a1fb46622dffff', '[cell]'],
    ['moved to 8A1FB46622DFFFF now', 'moved to [cell] now'],
    ['53.80075, -1.54907', '[coordinates]'],
    // secrets
    ['Cookie: __Host-kith=abc; other=1', 'Cookie: [hidden]'],
    ['set-cookie: kith=abc; Path=/', 'set-cookie: [hidden]'],
    ['authorization: Bearer abc', 'authorization: [hidden]'],
    ['sent Bearer abc.def', 'sent Bearer [hidden]'],
    ['"cookie":"kith=abc"', '"cookie":[hidden]'],
    ['had __Host-kith=abcdef and left', 'had __Host-kith=[hidden] and left'],
    ['postgres://kith:secret@db/kith', 'postgres://[hidden]@db/kith'],
    // tokens and ids
    ['q83vEjRWeJCrze8SNFZ4kA', '[token]'],
    ['person q83vEjRWeJCrze8SNFZ4kA left', 'person [token] left'],
    ['room:{q83vEjRWeJCrze8SNFZ4kA}:lists', 'room:{[token]}:lists'],
    ['Key (token)=(q83vEjRWeJCrze8SNFZ4kA) already exists.', 'Key (token)=([token]) already exists.'],
    ['9f86d081884c7d659a2feaa0c55ad015', '[token]'],
    ['q83vEjRWeJCrze8SNFZ4kA==', '[token]'],
    // network addresses
    ['from 203.0.113.7', 'from [address]'],
    ['from 203.0.113.7:4455', 'from [address]:4455'],
    ['from 2001:db8::7', 'from [address]'],
    ['from ::ffff:203.0.113.7', 'from [address]'],
    ['192.168.178.20', '[address]'],
  ])('%s', (text, expected) => {
    const secret = redactText(text)
    expect(secret).toBe(expected)
    // In a message, under any name, in a list, deep inside, as a name, in an error.
    expect(logged({}, text)).toEqual({ msg: expected })
    expect(logged({ a: text, b: [{ c: text }] })).toEqual({ a: expected, b: [{ c: expected }], msg: 'x' })
    expect(logged({ a: { [text]: 1 } })).toEqual({ a: { [expected]: 1 }, msg: 'x' })
    const { err } = logged({ err: new Error(text) }) as { err: { message: string; stack: string } }
    expect(err.message).toBe(expected)
    expect(err.stack).not.toContain(text)
  })

  test.each([
    'authorization',
    'Cookie',
    'set-cookie',
    'headers',
    'body',
    'query',
    'url',
    'ip',
    'remoteAddress',
    'email',
    'phone',
    'name',
    'firstName',
    'first_name',
    'label',
    'story',
    'text',
    'topic',
    'identifier',
    'handle',
    'token',
    'session',
    'person',
    'guest',
    'cell',
    'lat',
    'lon',
    'password',
    'secret',
    'key',
    'hostKey',
    'detail',
    'parameters',
  ])('whatever is called %s', (name) => {
    for (const value of ['Ana', 7, ['Ana'], { of: 'Ana' }, true])
      expect(logged({ deep: { [name]: value } })).toEqual({ deep: { [name]: '[hidden]' }, msg: 'x' })
  })

  test.each(['KRFWHM', 'krfwhm', 'krf-whm', 'KRF WHM', '40718823', 40718823, ['KRFWHM']])('code %j', (code) => {
    expect(logged({ deep: { code } })).toEqual({ deep: { code: '[hidden]' }, msg: 'x' })
  })

  test('a telephone number as a number', () => {
    expect(logged({ a: 441134960123, b: [7700900123] })).toEqual({ a: '[number]', b: ['[number]'], msg: 'x' })
  })

  test('bytes, in every form that they are logged in', () => {
    const token = Uint8Array.from({ length: 64 }, (_, n) => n)
    for (const value of [
      token,
      Buffer.from(token),
      token.buffer,
      [...token],
      { ...token },
      Buffer.from(token).toJSON(),
    ]) {
      const text = JSON.stringify(logged({ a: value, b: { c: value } }))
      expect(text).not.toMatch(/1,2,3|"1":1/)
      expect(text).toContain('bytes]')
    }
  })

  test('maps and sets say how many they hold', () => {
    const details = { a: new Map([['ana', 'a']]), b: new Set(['ana', 'ben']) }
    expect(logged(details)).toEqual({ a: '[1 of them]', b: '[2 of them]', msg: 'x' })
  })

  test('what a child logger was given', () => {
    const { lines, stream } = memory()
    const child = createLogger({ level: 'info', stream }).child({ who: 'ana@example.org', token: 'abc' })
    child.info('x')
    expect(lines[0]).not.toMatch(/ana@|abc/)
    expect(lines[0]).toContain('[email]')
  })

  test('of 20,000 random ids and keys next to none is left', () => {
    // As good as random, and the same in every run.
    const idOf = (n: number, length: number, encoding: 'base64url' | 'hex') =>
      createHash('sha512').update(`${n}`).digest().subarray(0, length).toString(encoding)
    const missed = (length: number, encoding: 'base64url' | 'hex') =>
      Array.from({ length: 5000 }, (_, n) => idOf(n, length, encoding)).filter((id) =>
        redactText(`person ${id} left`).includes(id),
      ).length
    expect(missed(16, 'base64url')).toBeLessThan(20)
    expect(missed(32, 'base64url')).toBeLessThan(3)
    expect(missed(16, 'hex')).toBe(0)
    expect(missed(32, 'hex')).toBe(0)
  })
})

describe('what must stay', () => {
  test.each([
    'Kith is at http://localhost:4455',
    'listening on 127.0.0.1:4455 and [::1]:4455',
    'POST /api/contacts.evaluate 200 in 12.5 ms',
    '/r/:code/wall',
    '2026-11-24T12:20:00.000Z',
    'ends 2026-11-24 12:20:00, begins 2026-11-23',
    'at 12:20:00',
    'processTicksAndRejections (node:internal/process/task_queues:95:5)',
    'at createMemoryBusWithFileAndLock (file:///srv/kith/apps/server/src/bus/memory.ts:31:17)',
    'ERR_MODULE_NOT_FOUND',
    'ERR_UNSUPPORTED_ESM_URL_SCHEME',
    '0003_introductions_and_messages.sql',
    '/home/kith/.local/share/kith/bus/rooms.bus: damaged at byte 40960',
    'ENOSPC: no space left on device, write',
    'node_modules/@electric-sql/pglite/dist/index.js',
    'pglite 0.5.16, PostgreSQL 18.6',
    'read 123456 rows in 100 ms',
    'FST_ERR_CTP_INVALID_MEDIA_TYPE',
    'PUBLIC_URL: an origin only',
    'three waves, 25 cards',
    'a room for 5000 people',
    'std::vector',
    'too many requests: 429',
  ])('%s', (text) => {
    expect(redactText(text)).toBe(text)
  })

  test('numbers that are measures, and the words of a line', () => {
    const details = { bytes: 40_960_000, ms: 12.5, status: 200, route: '/api/rooms.join', isNew: true, none: null }
    expect(logged(details, 'answered')).toEqual({ ...details, msg: 'answered' })
  })

  test.each(['ENOSPC', 'EADDRINUSE', 'ERR_STREAM_DESTROYED', '23505', '40P01', 'not-here', 429])('code %j', (code) => {
    expect(logged({ err: Object.assign(new Error('x'), { code }) })).toMatchObject({ err: { code } })
  })

  test('words are no tokens, however they are joined', () => {
    for (const word of ['blind-evaluate-worker-thread', 'unhandledPromiseRejection', 'Adler32ChecksumMismatch'])
      expect(looksRandom(word)).toBe(false)
  })
})

describe('the first net', () => {
  test('what is personal says itself what may be written', () => {
    expect(logged({ who: personal('guest'), all: [personal('member')] })).toEqual({
      who: '[guest]',
      all: ['[member]'],
      msg: 'x',
    })
    class Identifier {
      #text = 'secret'
      forLogging() {
        return `[identifier of ${this.#text.length}]`
      }
    }
    expect(logged({ one: new Identifier() })).toEqual({ one: '[identifier of 6]', msg: 'x' })
  })

  test('levels', () => {
    const { lines, stream } = memory()
    const log = createLogger({ level: 'warn', stream })
    log.info('quiet')
    log.warn('loud')
    expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['loud'])
    createLogger({ level: 'silent', stream }).fatal('quiet')
    expect(lines).toHaveLength(1)
  })

  test('every line ends, and is cut where it is endless', () => {
    const { lines, stream } = memory()
    createLogger({ level: 'info', stream }).info({ a: 'word '.repeat(10_000) }, 'x')
    expect(lines[0]!.endsWith('}\n')).toBe(true)
    expect(lines[0]!.length).toBeLessThan(10_000)
  })
})

describe('requests, by Fastify itself', () => {
  test('PRES3 have method, route, status and an id, never body, query, code, cookie or address', async () => {
    const { lines, stream } = memory()
    const app = Fastify({ loggerInstance: createLogger({ level: 'trace', stream }) })
    app.post('/r/:code', async (request) => {
      request.log.info({ req: request }, 'asked')
      request.log.info({ request: { body: request.body, headers: request.headers, raw: request.url } }, 'asked')
      throw new Error(`no room ${(request.params as { code: string }).code}`)
    })
    const answer = await app.inject({
      method: 'POST',
      url: '/r/KRFWHM?email=ana@example.org',
      remoteAddress: '203.0.113.7',
      headers: { cookie: 'kith=abcdef', authorization: 'Bearer abcdef' },
      payload: { name: 'Ana', story: 'shared a flat' },
    })
    expect(answer.statusCode).toBe(500)
    await app.close()
    const text = lines.join('')
    expect(text).toContain('"route":"/r/')
    expect(text).toContain('"status":500')
    expect(text).not.toMatch(/KRFWHM|ana@|Ana|flat|abcdef|203\.0/)
  })
})

test('a long hostile text is gone through in no time', () => {
  const texts = ['a@', '1 ', '-', 'a.', '@', '::', '0'.repeat(50), 'linkedin:', 'A-', '1.1.'].map((piece) =>
    piece.repeat(8000),
  )
  const begun = performance.now()
  for (const text of texts) redactText(text)
  expect(performance.now() - begun).toBeLessThan(1500)
})
