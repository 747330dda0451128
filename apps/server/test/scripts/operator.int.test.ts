/** The commands for whoever runs Kith, as processes beside a real server on a temporary data directory. */
import { cp, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { createServer, request, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Config, readConfig } from '../../src/config.ts'
import { type Context, createContext } from '../../src/context.ts'
import { instanceOf } from '../../src/http/health.ts'
import { loadKeys } from '../../src/keys/keys.ts'
import { createAdmin } from '../../src/scripts/admin/admin.ts'
import { askHello } from '../../src/scripts/admin/ask.ts'
import { serveAdmin, socketIn } from '../../src/scripts/admin/socket.ts'
import { answerFinding, socketFinding } from '../../src/scripts/doctor/outside.ts'
import { createPgliteStore } from '../../src/store/pglite.ts'
import { freshDirectory } from '../store/fresh.ts'
import { newId, newRoom } from '../store/people.ts'
import { freePort, kith } from './commands.ts'

let folder: string
let config: Config
let context: Context
let admin: AsyncDisposable
let env: Record<string, string>

/** Something before Kith that passes on requests, and upgrades unless it is told not to. */
const proxyTo = async (port: number, passesUpgrades: boolean): Promise<{ origin: string; server: Server }> => {
  const server = createServer((asked, answered) => {
    const { method, url } = asked
    // Without being told otherwise a proxy keeps to itself what concerns one connection.
    const { connection: _connection, upgrade: _upgrade, ...headers } = asked.headers
    const onward = request({ port, host: '127.0.0.1', method, path: url, headers }, (response) => {
      answered.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(answered)
    })
    onward.once('error', () => answered.writeHead(502).end())
    asked.pipe(onward)
  })
  if (passesUpgrades)
    server.on('upgrade', (asked, socket) => {
      const onward = connect(port, '127.0.0.1')
      const headers = Object.entries(asked.headers).map(([name, value]) => `${name}: ${value}`)
      onward.write(`${asked.method} ${asked.url} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`)
      onward.pipe(socket).pipe(onward)
      for (const end of [onward, socket]) end.on('error', () => end.destroy())
    })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-operator-'))
  const data = join(folder, 'data')
  const database = await freshDirectory()
  await cp(database, join(data, 'database'), { recursive: true })
  await rm(database, { recursive: true })
  env = { PATH: process.env.PATH ?? '', KITH_DATA_DIR: data, PORT: `${await freePort()}` }
  config = readConfig(env)
  context = await createContext(config, pino({ level: 'silent' }), { hasPages: false })
  await context.app.listen({ port: config.port, host: 'localhost' })
  admin = await serveAdmin(config.dataDir, createAdmin(context, config))
})
afterAll(async () => {
  await admin[Symbol.asyncDispose]()
  await context[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

describe('the admin socket', () => {
  test('is for the server’s own user alone, and says which server this is', async () => {
    expect((await stat(join(config.dataDir, 'admin'))).mode & 0o777).toBe(0o700)
    expect(await askHello(config.dataDir)).toEqual({
      instance: instanceOf(context.app),
      publicUrl: config.publicUrl.origin,
      trustProxy: false,
      local: `http://127.0.0.1:${config.port}`,
    })
  })

  test('where no server runs the command says so', async () => {
    const elsewhere = join(folder, 'elsewhere')
    const { code, stderr } = await kith(['reports', '--data-dir', elsewhere], env)
    expect([code, stderr]).toEqual([1, expect.stringContaining(`No Kith runs with ${elsewhere}`)])
  })

  test('what a killed server left behind does not stop the next', async () => {
    const data = join(folder, 'killed')
    const first = await serveAdmin(data, createAdmin(context, config))
    await using _second = await serveAdmin(data, createAdmin(context, config))
    expect((await askHello(data)).instance).toBe(instanceOf(context.app))
    expect((await stat(socketIn(data))).isSocket()).toBe(true)
    await first[Symbol.asyncDispose]()
  })
})

describe('SAFE2 kith reports', () => {
  test('lists what is open, and closes one', async () => {
    expect(await kith(['reports'], env)).toEqual({ code: 0, stdout: 'No open reports.\n', stderr: '' })
    const room = newRoom({ name: 'Book evening, Leeds library' })
    await context.store.rooms.add(room)
    const report = { roomId: room.id, reporter: newId(), about: newId(), at: 1_800_000_000, state: 'open' as const }
    const [first, second] = [newId(), newId()]
    await context.store.reports.add({ ...report, id: first, text: 'He would not go away.' })
    await context.store.reports.add({ ...report, id: second, text: '' })
    const { code, stdout } = await kith(['reports'], env)
    expect(code).toBe(0)
    expect(stdout).toContain(`${first}  2027-01-15 08:00 UTC  Book evening, Leeds library\n    He would not go away.\n`)
    for (const person of [report.reporter, report.about]) expect(stdout).not.toContain(person)

    expect((await kith(['reports', 'close', first], env)).code).toBe(0)
    const after = (await kith(['reports'], env)).stdout
    expect([after.includes(first), after.includes(second)]).toEqual([false, true])
    expect(await kith(['reports', 'close', first], env)).toMatchObject({
      code: 1,
      stdout: 'There is no open report with this id.\n',
    })
  })

  test.each([
    [['reports', 'close']],
    [['reports', 'all']],
    [['keys']],
    [['keys', 'export']],
    [['backup']],
    [['setup']],
  ])('kith %j: exit 2, and how it is called', async (words) => {
    expect(await kith(words, env)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^Like this: kith /),
    })
  })
})

describe('kith doctor', () => {
  test('finds nothing wrong with a server that can be reached', async () => {
    const { code, stdout } = await kith(['doctor'], env)
    expect(stdout).not.toContain('WRONG')
    expect(code).toBe(0)
    for (const about of ['storage', 'disk', 'server', 'outside', 'live'])
      expect(stdout).toMatch(new RegExp(`^ok {5}${about} `, 'm'))
    expect(stdout).toMatch(/^look {3}keys .*never exported/m)
    expect(stdout).toMatch(/^look {3}address .*this machine alone/m)
  })

  test('where no server runs: exit 1', async () => {
    const { code, stdout } = await kith(['doctor', '--data-dir', join(folder, 'absent')], env)
    expect(code).toBe(1)
    expect(stdout).toMatch(/^WRONG {2}server .*No Kith runs/m)
    expect(stdout).toMatch(/^WRONG {2}storage .*ENOENT/m)
  })

  test('another address in the settings than in force: exit 1', async () => {
    const { code, stdout } = await kith(['doctor', '--public-url', 'https://kith.example.org'], env)
    expect(code).toBe(1)
    expect(stdout).toMatch(/^WRONG {2}server .*runs with PUBLIC_URL=http:\/\/localhost/m)
  })

  test('a variable that cannot be: exit 1, by name', async () => {
    const { code, stderr } = await kith(['doctor'], { ...env, PORT: 'http' })
    expect([code, stderr]).toEqual([1, expect.stringContaining('PORT: a whole number')])
  })

  test('sees whether a proxy leads to this very server, also over WebSocket', async () => {
    const { origin, server } = await proxyTo(config.port, true)
    const { finding, date } = await answerFinding(origin, instanceOf(context.app))
    expect(finding).toMatchObject({ state: 'ok', text: expect.stringContaining('this very server') })
    expect(Math.abs(Date.parse(date!) - Date.now())).toBeLessThan(60_000)
    expect((await socketFinding(origin)).state).toBe('ok')
    expect((await answerFinding(origin, 'another')).finding).toMatchObject({
      state: 'wrong',
      text: expect.stringContaining('another Kith'),
    })
    server.close()
  })

  test('a proxy that lets no WebSocket through', async () => {
    const { origin, server } = await proxyTo(config.port, false)
    expect((await answerFinding(origin, instanceOf(context.app))).finding.state).toBe('ok')
    expect(await socketFinding(origin)).toMatchObject({ state: 'wrong', text: expect.stringContaining('Upgrade') })
    server.close()
  })

  test('a proxy without Kith behind it; something else; a way on; nothing at all', async () => {
    const { origin, server } = await proxyTo(await freePort(), false)
    const findingAt = async (at: string) => (await answerFinding(at, 'x')).finding
    expect((await findingAt(origin)).text).toContain('a proxy that does not reach Kith')
    server.close()
    const other = createServer(({ url }, response) => {
      if (url === '/healthz') response.writeHead(301, { location: 'https://kith.example.org/healthz' }).end()
      else response.end()
    })
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const otherOrigin = `http://127.0.0.1:${(other.address() as AddressInfo).port}`
    expect((await findingAt(otherOrigin)).text).toContain('leads on to https://kith.example.org')
    other.close()
    const nothing = await findingAt(`http://127.0.0.1:${await freePort()}`)
    expect(nothing).toMatchObject({ state: 'wrong', text: expect.stringContaining('nothing listens there') })
    expect((await findingAt('http://kith.invalid')).state).toBe('wrong')
  })
})

describe('CON2 kith keys export', () => {
  test('writes the keys for their owner alone, notes it, and overwrites nothing', async () => {
    const copy = join(folder, 'keys-copy.json')
    const { code, stdout } = await kith(['keys', 'export', copy], env)
    expect([code, stdout]).toEqual([0, expect.stringContaining(copy)])
    expect((await stat(copy)).mode & 0o777).toBe(0o600)
    expect((await stat(config.paths.keys)).mode & 0o777).toBe(0o600)
    const [exported, kept] = await Promise.all([copy, config.paths.keys].map((file) => readFile(file, 'utf8')))
    expect(exported).toBe(kept)
    expect(Math.abs(JSON.parse(exported!).exportedAt - Date.now() / 1000)).toBeLessThan(60)
    for (const secret of Object.values(JSON.parse(exported!))) expect(stdout).not.toContain(secret)
    expect((await kith(['keys', 'export', copy], env)).code).toBe(1)
    expect((await kith(['doctor'], env)).stdout).toMatch(/^ok {5}keys .*exported 0 minutes ago/m)
  })

  test('without keys there is nothing to export', async () => {
    const { code, stderr } = await kith(['keys', 'export', join(folder, 'x')], {
      ...env,
      KITH_DATA_DIR: join(folder, 'no'),
    })
    expect([code, stderr]).toEqual([1, expect.stringContaining('The first start makes the keys')])
  })
})

describe('kith backup', () => {
  test('a server that has written nothing for long enough has no snapshot yet, and says so', async () => {
    const { code, stderr } = await kith(['backup', join(folder, 'early.tar.gz')], env)
    expect([code, stderr]).toEqual([1, expect.stringContaining('no snapshot yet')])
  })

  test('CON2, PRES3: opens as a store of its own, with the rooms, and without keys and who is where', async () => {
    const data = join(folder, 'backed-up')
    const room = newRoom({ name: 'Choir, St Mary’s' })
    const started = readConfig({ ...env, KITH_DATA_DIR: data })
    const store = await createPgliteStore({ directory: started.paths.database })
    await store.rooms.add(room)
    await store[Symbol.asyncDispose]()
    await loadKeys(started.paths.keys)

    const file = join(folder, 'backup.tar.gz')
    const { code, stdout } = await kith(['backup', file], { ...env, KITH_DATA_DIR: data })
    expect([code, stdout]).toEqual([0, expect.stringContaining('Not in it: the keys')])
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const bytes = gunzipSync(await readFile(file))
    const secrets: Record<string, unknown> = JSON.parse(await readFile(started.paths.keys, 'utf8'))
    for (const name of ['oprfSeed', 'storeKey', 'sealKey', 'hashKey']) {
      expect(bytes.includes(secrets[name] as string)).toBe(false)
      expect(bytes.includes(Buffer.from(secrets[name] as string, 'base64url'))).toBe(false)
    }
    for (const name of ['keys.json', 'rooms.bus']) expect(bytes.includes(name)).toBe(false)
    expect((await kith(['backup', file], { ...env, KITH_DATA_DIR: data })).code).toBe(1)
    expect((await kith(['backup', folder], { ...env, KITH_DATA_DIR: data })).stdout).toMatch(/kith-[\dT-]+Z\.tar\.gz\./)

    const restored = join(folder, 'restored')
    await mkdir(restored)
    await cp(file, join(restored, 'snapshot.tar.gz'))
    await using again = await createPgliteStore({ directory: restored, snapshotSeconds: 0 })
    expect(await again.rooms.byId(room.id)).toEqual(room)
  })

  test('with PostgreSQL it says which tool does it', async () => {
    const { code, stderr } = await kith(['backup', folder], { ...env, DATABASE_URL: 'postgres://localhost/kith' })
    expect([code, stderr]).toEqual([1, expect.stringContaining('pg_dump')])
  })
})
