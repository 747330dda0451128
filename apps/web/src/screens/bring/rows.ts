/** The part of the list that is shown: asked of the worker anew with each search and each choice. */
import { useEffect, useState } from 'react'
import type { Choice, Row, Rows } from '../../device/people/messages.ts'
import type { ImportState } from './importing.ts'

export interface ShownRows extends Rows {
  /** Shown changed at once, before the worker has said so. */
  readonly change: (key: string, change: Partial<Row>, choice: Choice) => void
}

export const useRows = ({ ask, choose, version }: ImportState, query: string, count: number): ShownRows => {
  const [found, setFound] = useState<Rows>({ total: 0, rows: [] })
  // biome-ignore lint/correctness/useExhaustiveDependencies: version says that the rows are no longer what they were
  useEffect(() => {
    let isCurrent = true
    ask('rows', { query, from: 0, count }).then(
      (rows) => isCurrent && setFound(rows),
      () => {},
    )
    return () => {
      isCurrent = false
    }
  }, [ask, query, count, version])
  const change: ShownRows['change'] = (key, changed, choice) => {
    setFound((before) => ({
      ...before,
      rows: before.rows.map((row) => (row.key === key ? { ...row, ...changed } : row)),
    }))
    choose(choice)
  }
  return { ...found, change }
}
