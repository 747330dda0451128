/** The files of a world's folder. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { Unusable } from '../io.ts'

/** The kinds of presence file, with their columns. */
export const PRESENCE = {
  contacts: ['t', 'a', 'b'],
  checkins: ['t', 'user', 'lat', 'lon'],
  visits: ['t', 'user', 'place'],
  rooms: ['user', 'room'],
} as const

export type PresenceKind = keyof typeof PRESENCE

export interface WorldFile {
  /** With its ending. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** Reads NAME.csv.gz, or else NAME.csv; undefined where there is neither. */
export const readWorldFile = (folder: string, name: string): WorldFile | undefined => {
  for (const ending of ['.csv.gz', '.csv']) {
    const path = join(folder, name + ending)
    if (existsSync(path)) return { name: name + ending, bytes: unpacked(name + ending, readable(path)) }
  }
  return undefined
}

/** The friends of a world. */
export const readFriendsFile = (folder: string): WorldFile => {
  mustBeFolder(folder)
  const file = readWorldFile(folder, 'friends')
  if (!file) throw new Unusable(`${folder} has no friends.csv or friends.csv.gz`)
  return file
}

/** Which of the presence files a world has; it must be exactly one. */
export const presenceKind = (folder: string): PresenceKind => {
  mustBeFolder(folder)
  const kinds = Object.keys(PRESENCE) as PresenceKind[]
  const found = kinds.filter((kind) => ['.csv.gz', '.csv'].some((ending) => existsSync(join(folder, kind + ending))))
  if (found.length !== 1)
    throw new Unusable(
      `${folder} must have exactly one of ${kinds.map((kind) => `${kind}.csv`).join(', ')} (or .csv.gz), not ${found.length || 'none'}`,
    )
  return found[0]!
}

const mustBeFolder = (folder: string): void => {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Unusable(`${folder} is no folder`)
}

const readable = (path: string): Uint8Array => {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new Unusable(`${path} cannot be read: ${(error as Error).message}`)
  }
}

const unpacked = (name: string, bytes: Uint8Array): Uint8Array => {
  if (!name.endsWith('.gz')) return bytes
  try {
    return gunzipSync(bytes)
  } catch (error) {
    throw new Unusable(`${name} cannot be unpacked: ${(error as Error).message}`)
  }
}

/** Where the published data sets lie, beside the repository; KITH_DATA names another folder. */
export const dataFolder = (): string =>
  process.env.KITH_DATA ?? fileURLToPath(new URL('../../../../../shared/data', import.meta.url))
