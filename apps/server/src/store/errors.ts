/**
 * What goes wrong in the store, said without what was stored. A database's own error quotes values (`Key (id)=(…)`) and
 * carries the query's parameters, so it never leaves this folder: only its code and the names of table and constraint do.
 */

export class StoreError extends Error {
  override readonly name = 'StoreError'
  /** SQLSTATE, or a system error's code (ECONNREFUSED); absent where there is none. */
  readonly code: string | undefined

  constructor(message: string, code?: string) {
    super(message)
    this.code = code
  }
}

/** What of a driver's error may be told. */
export interface Refusal {
  readonly code?: string | undefined
  readonly table?: string | undefined
  readonly constraint?: string | undefined
  readonly position?: string | undefined
  /** The database's own words, where they can only be about files. */
  readonly reason?: string | undefined
}

/** A driver's error as one that can be logged. */
export const redacted = (error: unknown): StoreError => {
  if (error instanceof StoreError) return error
  const { code, table, constraint, reason } = refusalOf(error)
  const where = [reason, code, table && `table ${table}`, constraint && `constraint ${constraint}`].filter(Boolean)
  return new StoreError(`the database refused: ${where.join(', ') || 'for an unknown reason'}`, code)
}

export const refusalOf = (error: unknown): Refusal => {
  if (typeof error !== 'object' || error === null) return {}
  const { code, table, constraint, position, reason } = error as Refusal
  return { code, table, constraint, position, reason }
}
