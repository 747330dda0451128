/** Typed arrays that are indexed by dense ids and follow the largest id seen. */

type Table = Uint8Array | Uint16Array | Uint32Array | Float64Array

/** `table` where it reaches `index`, else a copy with room for it and half as much again (so growing stays linear). */
export const reaching = <T extends Table>(table: T, index: number): T => {
  if (index < table.length) return table
  const make = table.constructor as new (length: number) => T
  const wider = new make(Math.max(index + 1, Math.ceil(table.length * 1.5), 64))
  wider.set(table)
  return wider
}
