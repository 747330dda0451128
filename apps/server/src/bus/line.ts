/**
 * One line of the bus's file: a checksum, and a commit as JSON. JSON has no line break inside, so a line ends where a line
 * break is, and whatever a kill or a power cut left half written does not match its checksum.
 */
import { crc32 } from 'node:zlib'
import type { BusChange, UnixSeconds } from './bus.ts'

/** A commit, and when it was carried out: whether a record had ended by then must come out the same when read again. */
export interface Commit {
  readonly at: UnixSeconds
  readonly changes: readonly BusChange[]
}

const LINE_BREAK = 0x0a
const CHECKSUM_LENGTH = 8

/** The first line of a file, which says what it is. */
export const HEADER: Buffer = checked('"kith bus 1"')

export function encodeCommit({ at, changes }: Commit): Buffer {
  return checked(JSON.stringify([at, ...changes.map(shorten)]))
}

/** undefined where the line is not whole. `line` is without its line break. */
export function decodeCommit(line: Buffer): Commit | undefined {
  const json = line.subarray(CHECKSUM_LENGTH)
  if (line.length <= CHECKSUM_LENGTH || checksum(json) !== line.toString('latin1', 0, CHECKSUM_LENGTH)) return undefined
  const [at, ...changes] = JSON.parse(json.toString()) as [UnixSeconds, ...ShortChange[]]
  return { at, changes: changes.map(lengthen) }
}

type ShortChange =
  | ['w', string, UnixSeconds, [field: string, value: string][]]
  | ['f', string, readonly string[]]
  | ['r', string]

function shorten(change: BusChange): ShortChange {
  if (change.kind === 'write') return ['w', change.key, change.until, Object.entries(change.fields)]
  if (change.kind === 'remove-fields') return ['f', change.key, change.fields]
  return ['r', change.key]
}

function lengthen(short: ShortChange): BusChange {
  const key = short[1]
  if (short[0] === 'w') return { kind: 'write', key, until: short[2], fields: Object.fromEntries(short[3]) }
  if (short[0] === 'f') return { kind: 'remove-fields', key, fields: short[2] }
  return { kind: 'remove', key }
}

function checked(json: string): Buffer {
  const body = Buffer.from(json)
  return Buffer.concat([Buffer.from(checksum(body), 'latin1'), body, Buffer.of(LINE_BREAK)])
}

function checksum(body: Buffer): string {
  return crc32(body).toString(16).padStart(CHECKSUM_LENGTH, '0')
}
