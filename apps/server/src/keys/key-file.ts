/**
 * The one file of secrets (CON2): made on the first start, read on every other, copied out by `kith keys export`. Losing it
 * makes every stored token worthless, so it is on the disk before it is used; whoever reads it can test stored tokens
 * against phone numbers, so it is its owner's alone. No message about it ever holds any of it.
 */
import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { UnixSeconds } from '../clock.ts'

export const KEY_LENGTH = 32

export interface KeyMaterial {
  /** What deriveKeyPair of RFC 9497 makes the evaluation key from. */
  readonly oprfSeed: Uint8Array
  readonly storeKey: Uint8Array
  readonly sealKey: Uint8Array
  readonly hashKey: Uint8Array
  /** When `kith keys export` last wrote it elsewhere; undefined: never. */
  readonly exportedAt: UnixSeconds | undefined
}

const SECRETS = ['oprfSeed', 'storeKey', 'sealKey', 'hashKey'] as const
const VERSION = 1
const OWNER_ONLY = 0o600
const OTHERS = 0o077
const OTHERS_WRITE = 0o022
/** In a directory like /tmp others may write, and yet not replace what is not theirs. */
const STICKY = 0o1000

export async function readOrCreate(file: string): Promise<{ material: KeyMaterial; isNew: boolean }> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const isNew = !(await exists(file)) && (await create(file))
  return { material: await readKeyFile(file), isNew }
}

export async function readKeyFile(file: string): Promise<KeyMaterial> {
  await requireOwnersAlone(file)
  return parse(await readFile(file, 'utf8'), file)
}

/** Copies the file to `to`, which must not exist, and then notes in the file that it was exported. */
export async function exportKeys(file: string, to: string, now: UnixSeconds): Promise<void> {
  const material: KeyMaterial = { ...(await readKeyFile(file)), exportedAt: now }
  if (resolve(to) === resolve(file)) throw new Error(`${to}: is the key file itself. Export it to another disk.`)
  await writeSynced(to, material)
  const temporary = temporaryFor(file)
  await writeSynced(temporary, material)
  await rename(temporary, file)
  await syncDirectory(dirname(file))
}

/** Linked and not renamed: of two processes that start at once, both use the keys of one. Whether it was this one. */
async function create(file: string): Promise<boolean> {
  const [oprfSeed, storeKey] = [secret(), secret()]
  const [sealKey, hashKey] = [secret(), secret()]
  const temporary = temporaryFor(file)
  await writeSynced(temporary, { oprfSeed, storeKey, sealKey, hashKey, exportedAt: undefined })
  try {
    await link(temporary, file)
    await syncDirectory(dirname(file))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    await rm(temporary)
  }
}

function secret(): Uint8Array {
  return Uint8Array.from(randomBytes(KEY_LENGTH))
}

/** By chance and not by process number, which in containers is the same for all. */
function temporaryFor(file: string): string {
  return `${file}.${randomBytes(6).toString('hex')}.new`
}

async function writeSynced(file: string, material: KeyMaterial): Promise<void> {
  const secrets = SECRETS.map((name) => [name, Buffer.from(material[name]).toString('base64url')])
  const exportedAt = material.exportedAt ?? null
  const handle = await open(file, 'wx', OWNER_ONLY)
  try {
    await handle.writeFile(
      `${JSON.stringify({ version: VERSION, ...Object.fromEntries(secrets), exportedAt }, null, 2)}\n`,
    )
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The error of JSON.parse quotes what it could not read, so it goes no further. */
function parse(text: string, file: string): KeyMaterial {
  let json: Record<string, unknown>
  try {
    json = JSON.parse(text)
  } catch {
    throw new Error(`${file}: no JSON. Bring back the copy that "kith keys export" made.`)
  }
  if (json?.version !== VERSION) throw new Error(`${file}: not version ${VERSION} of the key file`)
  const { exportedAt } = json
  if (exportedAt !== null && !Number.isSafeInteger(exportedAt)) throw new Error(`${file}: exportedAt is no time`)
  return {
    oprfSeed: secretOf(json, 'oprfSeed', file),
    storeKey: secretOf(json, 'storeKey', file),
    sealKey: secretOf(json, 'sealKey', file),
    hashKey: secretOf(json, 'hashKey', file),
    exportedAt: (exportedAt as number | null) ?? undefined,
  }
}

function secretOf(json: Record<string, unknown>, name: string, file: string): Uint8Array {
  const value = json[name]
  const bytes = typeof value === 'string' ? Uint8Array.from(Buffer.from(value, 'base64url')) : new Uint8Array()
  if (bytes.length !== KEY_LENGTH) throw new Error(`${file}: ${name} is not ${KEY_LENGTH} bytes in base64url`)
  return bytes
}

async function requireOwnersAlone(file: string): Promise<void> {
  if (((await stat(file)).mode & OTHERS) !== 0)
    throw new Error(`${file}: others on this machine can read the keys. Run: chmod 600 '${file}'`)
  const directory = dirname(file)
  const { mode } = await stat(directory)
  if ((mode & OTHERS_WRITE) !== 0 && (mode & STICKY) === 0)
    throw new Error(`${directory}: others on this machine can replace the keys. Run: chmod 700 '${directory}'`)
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
}

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}
