// Builds the web app where there is no build, or an older one than its sources. Needs Vite and nothing else.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const web = join(root, 'apps/web')
const dist = join(web, 'dist')
const stamp = join(dist, '.built')
const SOURCES = [
  web,
  join(root, 'packages/protocol/src'),
  join(root, 'packages/contacts/src'),
  join(root, 'package-lock.json'),
]
const NOT_SOURCES = new Set(['dist', 'node_modules', 'test'])

/** Returns whether there is a build of these sources afterwards. */
export function buildWeb() {
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= newest(SOURCES)) return true
  console.error('Building the app …')
  // Older than anything that is changed while it is built.
  const began = new Date()
  const vite = join(dirname(createRequire(join(web, 'package.json')).resolve('vite/package.json')), 'bin/vite.js')
  // Its report goes where ours does: standard output is the server's.
  // Beside the old one, which may be in use, and in whose place another process may build at this moment.
  const fresh = `${dist}-${process.pid}`
  const words = [vite, 'build', web, '--logLevel', 'warn', '--outDir', fresh, '--emptyOutDir']
  // Whoever calls may be in another mode, like a test runner: what is built is what people get.
  const env = { ...process.env, NODE_ENV: 'production' }
  const { status } = spawnSync(process.execPath, words, { cwd: web, env, stdio: ['ignore', 2, 2] })
  if (status !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    return false
  }
  writeFileSync(join(fresh, '.built'), '')
  utimesSync(join(fresh, '.built'), began, began)
  putInPlace(fresh)
  return true
}

function putInPlace(fresh) {
  const old = `${fresh}-old`
  if (existsSync(dist)) renameSync(dist, old)
  renameSync(fresh, dist)
  rmSync(old, { recursive: true, force: true })
}

/** Folders count, too: a file that is gone changes nothing else. */
function newest(paths) {
  return Math.max(...paths.map(newestIn))
}

function newestIn(path) {
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  const inside = readdirSync(path).filter((name) => !NOT_SOURCES.has(name) && !name.startsWith('dist-'))
  // The build writes `dist`, which changes the folder of the app without changing the app.
  const own = path === web ? 0 : mtimeMs
  return Math.max(own, ...inside.map((name) => newestIn(join(path, name))))
}
