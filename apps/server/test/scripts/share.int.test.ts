/** `--share` and `--demo` with programs in a PATH of their own that behave as the real ones say they do. */
import { access, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import decodeQR from 'qr/decode.js'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { freshDirectory } from '../store/fresh.ts'
import { freePort, kith, type Running, startKith } from './commands.ts'
import { CLOUDFLARED_BOX, FUNNEL_AVAILABLE, FUNNEL_CONSENT, putProgram } from './tunnels.ts'

let database: string
let folder: string
let port: number
let env: Record<string, string>
let running: Running | undefined

beforeAll(async () => {
  database = await freshDirectory()
})
afterAll(() => rm(database, { recursive: true }))

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-share-'))
  port = await freePort()
  env = { PATH: folder, HOME: folder, KITH_DATA_DIR: join(folder, 'data'), PORT: `${port}`, LOG_LEVEL: 'error' }
})
afterEach(async () => {
  if (running?.child.exitCode === null) running.child.kill('SIGKILL')
  await running?.ended()
  running = undefined
  await rm(folder, { recursive: true })
})

const start = async (...words: string[]): Promise<Running> => {
  await cp(database, join(folder, 'data', 'database'), { recursive: true })
  running = startKith(words, env)
  return running
}

const startsOf = async (program: string): Promise<{ pid: number; words: string[] }[]> => {
  const text = await readFile(join(folder, `${program}.started`), 'utf8').catch(() => '')
  return text
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const available = [{ to: 'stdout', text: FUNNEL_AVAILABLE } as const]
const box = [{ to: 'stderr', text: CLOUDFLARED_BOX } as const]

/** What a phone's camera would see of a terminal: half a block is one module. */
const scan = (output: string): string => {
  const lines = output.split('\n').filter((line) => /^[█▀▄ ]{20,}$/.test(line))
  const rows = lines.flatMap((line) => [
    [...line].map((block) => block === '█' || block === '▀'),
    [...line].map((block) => block === '█' || block === '▄'),
  ])
  const scale = 4
  const width = rows[0]!.length * scale
  const height = rows.length * scale
  const data = new Uint8Array(width * height * 4).fill(255)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const isLight = rows[Math.floor(y / scale)]![Math.floor(x / scale)]
      data.fill(isLight ? 255 : 0, (y * width + x) * 4, (y * width + x) * 4 + 3)
    }
  return decodeQR({ width, height, data })
}

describe('--share', () => {
  test('takes the address of Tailscale Funnel for this start, shows its QR, and says that nobody else can read', async () => {
    await putProgram(folder, 'tailscale', { writes: available })
    await putProgram(folder, 'cloudflared', { writes: box })
    const { said, output, stop } = await start('--share')
    await said(/The tunnel is closed when/)
    expect(output()).toContain('Kith is at https://laptop.tail9f3a.ts.net\n')
    expect(output()).toContain('Nobody between a phone and this machine can read it')
    expect(output()).not.toContain('Nobody here yet?')
    expect(scan(output())).toBe('https://laptop.tail9f3a.ts.net')
    expect(await startsOf('cloudflared')).toEqual([])
    const [started] = await startsOf('tailscale')
    expect(started?.words).toEqual(['funnel', `http://127.0.0.1:${port}`])

    const post = (origin: string) =>
      fetch(`http://127.0.0.1:${port}/api/rooms.open`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: JSON.stringify({ name: 'Book evening', size: 10, topics: [], spots: [] }),
      })
    const opened = await post('https://laptop.tail9f3a.ts.net')
    expect(opened.status).toBe(200)
    expect(opened.headers.get('set-cookie')).toMatch(/^__Host-kith=.*; Secure/)
    expect((await post(`http://localhost:${port}`)).status).toBe(403)

    const doctor = await kith(['doctor'], env)
    expect(doctor.stdout).toMatch(/^ok {5}address +https:\/\/laptop\.tail9f3a\.ts\.net can be found by phones$/m)

    expect(lives(started!.pid)).toBe(true)
    expect(await stop()).toBe(0)
    expect(lives(started!.pid)).toBe(false)
  })

  test('where Funnel is not allowed yet it gives the page on which to allow it, and waits', async () => {
    const later = { to: 'stdout', text: FUNNEL_AVAILABLE, afterMs: 500 } as const
    await putProgram(folder, 'tailscale', { writes: [{ to: 'stderr', text: FUNNEL_CONSENT }, later] })
    const { said, output } = await start('--share')
    await said(/Kith is at https:\/\/laptop\.tail9f3a\.ts\.net/)
    expect(output()).toContain('https://login.tailscale.com/f/funnel?node=nAnas1CNTRL')
  })

  test('where Tailscale fails it says why, and takes cloudflared, of which it says that Cloudflare can read', async () => {
    const failed = { to: 'stderr', text: 'failed to connect to local tailscaled\n' } as const
    await putProgram(folder, 'tailscale', { writes: [failed], exits: 1 })
    await putProgram(folder, 'cloudflared', { writes: box, ignoresInterrupt: true })
    const { said, output, stop } = await start('--share')
    await said(/The tunnel is closed when/)
    expect(output()).toContain('  failed to connect to local tailscaled\n')
    expect(output()).toContain('Kith is at https://quiet-tea-table-evening.trycloudflare.com\n')
    expect(output()).toContain('Cloudflare could read it')
    const [started] = await startsOf('cloudflared')
    expect(started?.words).toEqual(['tunnel', '--no-autoupdate', '--url', `http://127.0.0.1:${port}`])
    // It waits for connections that are kept, and is not waited for.
    expect(await stop()).toBe(0)
    expect(lives(started!.pid)).toBe(false)
  })

  test('without either it says what to install, and starts nothing', async () => {
    const { code, stdout, stderr } = await kith(['start', '--share'], env)
    expect([code, stdout]).toEqual([1, 'Opening a tunnel …\n'])
    expect(stderr).toContain('tailscale    https://')
    expect(stderr).toContain('cloudflared  https://')
    await expect(access(join(folder, 'data'))).rejects.toThrow('ENOENT')
  })

  test('where both fail nothing is started either', async () => {
    const failed = [{ to: 'stderr', text: 'no network\n' } as const]
    await putProgram(folder, 'tailscale', { writes: failed, exits: 1 })
    await putProgram(folder, 'cloudflared', { writes: failed, exits: 1 })
    const { code, stderr } = await kith(['start', '--share'], env)
    expect([code, stderr]).toEqual([1, 'No tunnel could be opened; see above. Nothing was started.\n'])
    await expect(access(join(folder, 'data'))).rejects.toThrow('ENOENT')
  })

  test('whatever else listens on the port is not put on the internet', async () => {
    await putProgram(folder, 'tailscale', { writes: available })
    const other = createServer().listen(port, '127.0.0.1')
    const { code, stderr } = await kith(['start', '--share'], env)
    other.close()
    expect([code, stderr]).toEqual([1, expect.stringContaining(`Something else listens on port ${port}`)])
    expect(await startsOf('tailscale')).toEqual([])
  })

  test('a server that cannot start leaves no tunnel open', async () => {
    await putProgram(folder, 'tailscale', { writes: available })
    await writeFile(join(folder, 'data'), 'a file where the data directory should be')
    const { code } = await kith(['start', '--share'], env)
    expect(code).toBe(1)
    const [started] = await startsOf('tailscale')
    expect(lives(started!.pid)).toBe(false)
  })

  test('when the tunnel ends by itself, Kith stops, in order, and says so', async () => {
    await putProgram(folder, 'tailscale', { writes: available })
    const { said, output, ended } = await start('--share')
    await said(/The tunnel is closed when/)
    process.kill((await startsOf('tailscale'))[0]!.pid, 'SIGKILL')
    expect(await ended()).toBe(1)
    expect(output()).toContain('Tailscale Funnel has ended')
  })
})

describe('--demo', () => {
  test.skipIf(process.platform !== 'linux')('opens the made-up evening in the browser', async () => {
    await putProgram(folder, 'xdg-open', { writes: [], exits: 0 })
    env = { ...env, DISPLAY: ':0' }
    const { said, output } = await start('--demo')
    await said(/Nobody here yet/)
    await expect.poll(() => startsOf('xdg-open')).toMatchObject([{ words: [`http://localhost:${port}/try`] }])
    expect(output()).not.toContain('Open this in a browser')
  })

  test.skipIf(process.platform !== 'linux')('without a screen it gives the address, and opens nothing', async () => {
    await putProgram(folder, 'xdg-open', { writes: [], exits: 0 })
    const { said } = await start('--demo')
    await said(new RegExp(`Open this in a browser: http://localhost:${port}/try\n`))
    expect(await startsOf('xdg-open')).toEqual([])
  })
})
