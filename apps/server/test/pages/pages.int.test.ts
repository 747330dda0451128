/** The pages: what is sent at which address, how long it is kept, and what a browser may do with it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { APP_PATHS, FOLLOWS_PATH } from '../../src/pages/app-paths.ts'
import { serve, type TestServer } from '../http/server.ts'

const dist = mkdtempSync(join(tmpdir(), 'kith-pages-'))
const write = (file: string, text: string) => writeFileSync(join(dist, file), text)

beforeAll(() => {
  for (const folder of ['assets', 'icons', '.vite']) mkdirSync(join(dist, folder))
  write('index.html', '<html data-at="%KITH_AT%" data-try="%KITH_TRY%" data-limited="%KITH_LIMITED%">the Door</html>')
  write('follows.html', '<html>who follows you back</html>')
  write('wide.html', '<html>a page of its own</html>')
  write('sw.js', 'self')
  write('manifest.webmanifest', '{"name":"Kith"}')
  write('icons/icon.svg', '<svg/>')
  write('assets/app-3fa9.js', 'plain')
  write('assets/app-3fa9.js.br', 'as brotli')
  write('assets/app-3fa9.js.gz', 'as gzip')
  write('assets/import.worker-77aa.js', 'worker')
  write('.vite/manifest.json', '{}')
})
afterAll(() => rmSync(dist, { recursive: true }))

let server: TestServer
afterEach(async () => await server[Symbol.asyncDispose]())

const open = async (publicUrl = 'http://localhost:4455', offersTry = true) => {
  const config = { publicUrl: new URL(publicUrl), acceptedOrigins: [publicUrl], trustProxy: false }
  server = await serve({}, { config, pages: { dist, offersTry } })
  return (url: string, headers: Record<string, string> = {}) =>
    server.app.inject({ url, headers: { host: 'localhost:4455', ...headers } })
}
const policyOf = (answer: { headers: Record<string, unknown> }): string[] =>
  String(answer.headers['content-security-policy']).split('; ')

describe('the app', () => {
  test('answers with its page at every address of its own', async () => {
    const get = await open()
    for (const path of APP_PATHS) {
      const answer = await get(path.replace(':code', 'KRFWHM').replace(/:(id|key)/, 'i'.repeat(22)))
      expect([path, answer.statusCode, answer.headers['content-type']]).toEqual([path, 200, 'text/html; charset=utf-8'])
      expect(answer.body).toContain(`data-at="${path === '/' ? 'door' : 'app'}"`)
      expect(answer.headers['cache-control']).toBe('no-cache')
    }
  })

  test('has the same addresses as its own list of routes', () => {
    const routes = readFileSync(new URL('../../../web/src/routes.ts', import.meta.url), 'utf8')
    const paths = [...routes.matchAll(/path: '([^']+)'/g)].map(([, path]) => path)
    expect(paths.length).toBeGreaterThan(10)
    expect([...APP_PATHS].sort()).toEqual(paths.filter((path) => path !== FOLLOWS_PATH).sort())
  })

  test('says whether there is a made-up evening', async () => {
    expect((await (await open('http://localhost:4455', true))('/')).body).toContain('data-try="1"')
    await server[Symbol.asyncDispose]()
    expect((await (await open('http://localhost:4455', false))('/')).body).toContain('data-try="0"')
  })

  test.each([
    ['http://localhost:4455', 'localhost:4455', '0'],
    ['http://localhost:4455', '127.0.0.1:4455', '0'],
    ['http://localhost:4455', '192.168.1.20:4455', '1'],
    ['http://kith.example.org', 'kith.example.org', '1'],
    ['https://kith.example.org', 'kith.example.org', '0'],
  ])('says whether the address keeps the camera from it: %s, asked as %s: %s', async (publicUrl, host, limited) => {
    const get = await open(publicUrl)
    expect((await get('/', { host })).body).toContain(`data-limited="${limited}"`)
  })

  test('comes compressed to who takes it so', async () => {
    const get = await open()
    const plain = (await get('/')).body
    const brotli = await get('/', { 'accept-encoding': 'gzip, deflate, br, zstd' })
    expect([brotli.headers['content-encoding'], brotliDecompressSync(brotli.rawPayload).toString()]).toEqual([
      'br',
      plain,
    ])
    const gzip = await get('/', { 'accept-encoding': 'gzip, br;q=0' })
    expect([gzip.headers['content-encoding'], gunzipSync(gzip.rawPayload).toString()]).toEqual(['gzip', plain])
    expect(gzip.headers.vary).toBe('accept-encoding')
  })
})

describe('files', () => {
  test('with a hash in their name are kept for good, and come compressed from beside them', async () => {
    const get = await open()
    const plain = await get('/assets/app-3fa9.js')
    expect([plain.statusCode, plain.body]).toEqual([200, 'plain'])
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(plain.headers['content-type']).toMatch(/^(text|application)\/javascript/)
    const brotli = await get('/assets/app-3fa9.js', { 'accept-encoding': 'gzip, br' })
    expect([brotli.headers['content-encoding'], brotli.body]).toEqual(['br', 'as brotli'])
    expect(brotli.headers['content-type']).toBe(plain.headers['content-type'])
    expect((await get('/assets/app-3fa9.js', { 'accept-encoding': 'gzip' })).body).toBe('as gzip')
  })

  test.each([
    ['/sw.js', /javascript/],
    ['/manifest.webmanifest', /manifest\+json/],
    ['/icons/icon.svg', /svg/],
    ['/wide', /html/],
  ])('without one are asked for again each time: %s', async (url, type) => {
    const answer = await (await open())(url)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['cache-control']).toBe('no-cache')
    expect(answer.headers['content-type']).toMatch(type)
  })

  test.each([
    '/nothing',
    '/assets/app-3fa9.js.br',
    '/assets/gone-0000.js',
    '/.vite/manifest.json',
    '/index.html',
    '/assets/../index.html',
    '/..%2f..%2fetc%2fpasswd',
    '/%E0%A4%A',
    '/r',
  ])('that are none answer 404 in words: %s', async (url) => {
    const answer = await (await open())(url)
    expect(answer.statusCode).toBe(404)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.body).toContain('There is nothing at this address.')
  })
})

describe('what a browser may do', () => {
  test('with the app: its own scripts and styles, its own server and socket, nothing else', async () => {
    const policy = policyOf(await (await open())('/'))
    expect(policy.sort()).toEqual(
      [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self' ws://localhost:4455",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
      ].sort(),
    )
  })

  test('WebAssembly runs in workers alone', async () => {
    const get = await open()
    expect(policyOf(await get('/assets/import.worker-77aa.js'))).toContain("script-src 'self' 'wasm-unsafe-eval'")
    for (const url of ['/', '/r/KRFWHM', '/follows', '/sw.js', '/assets/app-3fa9.js', '/api/docs'])
      expect(policyOf(await get(url)).join(), url).not.toContain('wasm')
  })

  test('the page that asks a foreign server may ask any, and may start no worker; no other page may (DATA3)', async () => {
    const get = await open()
    const policy = policyOf(await get('/follows'))
    expect(policy).toContain("connect-src 'self' https:")
    expect(policy).toContain("worker-src 'none'")
    for (const url of ['/', '/bring', '/sw.js', '/assets/import.worker-77aa.js'])
      expect(policyOf(await get(url)).join(), url).not.toContain('https:')
  })

  test('every answer is safe to have: no sniffing, no referrer, no frames', async () => {
    const get = await open()
    for (const url of ['/', '/assets/app-3fa9.js', '/nothing', '/api/nothing', '/healthz', '/api/openapi.json']) {
      const { headers } = await get(url)
      expect(headers, url).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'permissions-policy': expect.stringContaining('camera=(self)'),
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      })
      expect(headers).not.toHaveProperty('strict-transport-security')
    }
  })

  test('HSTS is said exactly where the address is https, and its socket is wss', async () => {
    const answer = await (await open('https://kith.example.org'))('/')
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000')
    expect(policyOf(answer)).toContain("connect-src 'self' wss://kith.example.org")
  })
})

describe('an address book shared from another app', () => {
  test.each(['/share', '/bring/shared'])('that the service worker did not take is not read: %s', async (url) => {
    await open()
    const answer = await server.app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      payload: `--x\r\ncontent-disposition: form-data; name="contacts"; filename="a.vcf"\r\n\r\n${'FN:Ben'.repeat(50_000)}\r\n--x--`,
    })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/bring'])
    expect(JSON.stringify(server.lines)).not.toContain('Ben')
  })
})
