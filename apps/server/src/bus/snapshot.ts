/**
 * The lines of a compacted file, made one by one while the records live on. A record may have changed by the time it is
 * met; what changed it is appended behind, and carried out again it comes to the same, because every change says what is
 * and not by how much.
 */
import type { BusChange, BusKey, UnixSeconds } from './bus.ts'
import { encodeCommit } from './line.ts'
import type { BusRecord, Records } from './records.ts'

/** Characters in a line, from which a new one begins: no room's lists may hold up the loop. */
const LINE_LENGTH = 1 << 18

export function* snapshotLines(records: Records, now: () => UnixSeconds): Generator<Buffer> {
  let changes: BusChange[] = []
  let length = 0
  for (const [key, record] of records.entries()) {
    for (const fields of pieces(record)) {
      if (record.until <= now()) break
      changes.push({ kind: 'write', key, until: record.until, fields: Object.fromEntries(fields) })
      length += lengthOf(key, fields)
      if (length < LINE_LENGTH) continue
      yield encodeCommit({ at: now(), changes })
      changes = []
      length = 0
    }
  }
  if (changes.length > 0) yield encodeCommit({ at: now(), changes })
}

/** Its fields in pieces of a line's length: what is written of a record comes together again when it is read. */
function* pieces({ fields }: BusRecord): Generator<[string, string][]> {
  let piece: [string, string][] = []
  let length = 0
  for (const field of fields) {
    piece.push(field)
    length += field[0].length + field[1].length
    if (length < LINE_LENGTH) continue
    yield piece
    piece = []
    length = 0
  }
  if (piece.length > 0) yield piece
}

function lengthOf(key: BusKey, fields: readonly [string, string][]): number {
  return fields.reduce((sum, [field, value]) => sum + field.length + value.length, key.length)
}
