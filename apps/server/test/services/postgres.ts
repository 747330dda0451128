/** A real PostgreSQL for tests: in a temporary folder, on a free port of this machine, never as root, stopped with the test. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Client } from 'pg'
import { installed, type Service } from './missing.ts'

export const POSTGRES: Service = { name: 'postgres store', bring: 'apt-get install postgresql' }

export interface RunningPostgres extends AsyncDisposable {
  /** A new, empty database; its address. */
  createDatabase(): Promise<string>
  /** The server's process. */
  readonly pid: number
}

/** The folder of initdb and postgres, installed first where that is allowed; absent where it cannot be run here. */
export const postgresPrograms = (): string | undefined => {
  const folder = programs() ?? (installed('postgresql') ? programs() : undefined)
  return folder && owner() !== 'nobody' ? folder : undefined
}

const programs = (): string | undefined => {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const found = versions.map((version) => join(debian, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')))
  if (found) return found
  const { status, stdout } = spawnSync('sh', ['-c', 'command -v initdb'], { encoding: 'utf8' })
  return status === 0 ? dirname(stdout.trim()) : undefined
}

interface User {
  readonly uid: number
  readonly gid: number
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package made. */
const owner = (): User | undefined | 'nobody' => {
  if (process.getuid?.() !== 0) return undefined
  const id = (what: string) => spawnSync('id', [what, 'postgres'], { encoding: 'utf8' })
  const [uid, gid] = [id('-u'), id('-g')]
  return uid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : 'nobody'
}

export const startPostgres = async (bin: string): Promise<RunningPostgres> => {
  const user = owner() as User | undefined
  const folder = mkdtempSync(join(tmpdir(), 'kith-postgres-'))
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const initdb = ['-D', data, '-U', 'kith', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  execFileSync(join(bin, 'initdb'), initdb, { ...user, cwd: folder, stdio: 'ignore' })
  const port = await freePort()
  const words = ['-D', data, '-p', String(port), '-k', folder, '-h', '127.0.0.1', '-c', 'fsync=off']
  const server = spawn(join(bin, 'postgres'), words, { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  const watcher = stopWithThisProcess(server.pid!, folder)
  await ready(server)
  return {
    pid: server.pid!,
    createDatabase: () => createDatabase(`postgres://kith@127.0.0.1:${port}`),
    [Symbol.asyncDispose]: async () => {
      const exited = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGINT')
      await exited
      watcher.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A shell whose input ends when this process does, however it ends; then it stops exactly this server. */
const stopWithThisProcess = (pid: number, folder: string): ChildProcess => {
  const script = `read -r _; kill -INT ${pid} && while kill -0 ${pid} 2>/dev/null; do sleep 0.1; done; rm -rf "$0"`
  const watcher = spawn('sh', ['-c', script, folder], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  watcher.unref()
  return watcher
}

const ready = (server: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = ''
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4000)
      if (said.includes('ready to accept connections')) resolve()
    })
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)))
  })

let databases = 0

const createDatabase = async (server: string): Promise<string> => {
  const name = `store_${++databases}`
  const client = new Client({ connectionString: `${server}/postgres` })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return `${server}/${name}`
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
