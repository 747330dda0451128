/** Files of pairs: friends, and friends later. */
import { Column } from './columns.ts'
import type { WorldFile } from './files.ts'
import type { Malformed } from './malformed.ts'
import { Table } from './table.ts'

export const readPairs = (file: WorldFile, malformed: Malformed): { a: Column; b: Column } => {
  const table = new Table(file.name, file.bytes, ['a', 'b'])
  const a = new Column('id')
  const b = new Column('id')
  while (table.next()) {
    const why = table.isWhole ? wrongPair(table.id(0), table.id(1)) : 'must have 2 fields'
    if (why) {
      malformed.add(file.name, table.line, why)
      continue
    }
    a.push(Math.min(table.id(0), table.id(1)))
    b.push(Math.max(table.id(0), table.id(1)))
  }
  return { a, b }
}

/** What is wrong with two ids that should be a pair. */
export const wrongPair = (a: number, b: number): string | undefined => {
  if (Number.isNaN(a)) return 'a is no id'
  if (Number.isNaN(b)) return 'b is no id'
  return a === b ? 'a and b are the same' : undefined
}
