/** The built app behind the smallest server that sends it as the real one does: markers filled in, the strict policy. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types kith',
].join('; ')

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

export interface Served extends AsyncDisposable {
  readonly url: string
  readonly browser: Browser
  /** What the server says of the made-up evening, and the bytes that stand at the end of sw.js: a newer version. */
  say: { evening: boolean; swTail: string }
  /** No connection any more. */
  fall(): void
  rise(): Promise<void>
}

const web = fileURLToPath(new URL('../../', import.meta.url))

/** As `npm run build` does it: in a process of its own, because the test runner says NODE_ENV=test. */
const buildInto = (folder: string): void => {
  const vite = fileURLToPath(new URL('../../../../node_modules/vite/bin/vite.js', import.meta.url))
  const { NODE_ENV: _, ...env } = process.env
  const words = ['build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error']
  execFileSync(process.execPath, [vite, ...words], { cwd: web, env, stdio: ['ignore', 'inherit', 'inherit'] })
}

export const serveBuilt = async (folder: string): Promise<Served> => {
  buildInto(folder)
  const say = { evening: true, swTail: '' }
  const file = (path: string): { body: string | Buffer; type: string } | undefined => {
    if (path === '/sw.js')
      return { body: readFileSync(join(folder, path), 'utf8') + say.swTail, type: 'text/javascript' }
    const type = TYPES[extname(path)]
    if (type !== undefined)
      return existsSync(join(folder, path)) ? { body: readFileSync(join(folder, path)), type } : undefined
    const page = readFileSync(join(folder, 'index.html'), 'utf8')
      .replace('%KITH_AT%', path === '/' ? 'door' : 'app')
      .replace('%KITH_TRY%', say.evening ? '1' : '0')
      .replace('%KITH_LIMITED%', '0')
    return { body: page, type: 'text/html; charset=utf-8' }
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname.startsWith('/api/') || pathname === '/live') return void response.writeHead(503).end()
    const found = file(pathname)
    if (found === undefined) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': found.type, 'content-security-policy': POLICY }).end(found.body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  })
  const fall = (): void => {
    server.close()
    server.closeAllConnections()
  }
  return {
    url: `http://localhost:${port}`,
    browser,
    say,
    fall,
    rise: () => new Promise<void>((done) => server.listen(port, '127.0.0.1', done)),
    async [Symbol.asyncDispose]() {
      await browser.close()
      fall()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
