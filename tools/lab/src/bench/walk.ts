/**
 * The made-up town, on foot: everybody stands somewhere, and then people move, one after another. Positions become H3
 * cells of resolution 10 with their neighbours (PRES2, PRES4) beforehand, so that only moving and counting is measured.
 */
import type { PlaceId } from '@kith/engine'
import { gridDisk, latLngToCell } from 'h3-js'
import { latLonOf, type Moves, movesOf, positionsOf } from '../town/moves.ts'
import type { Town } from '../town/town.ts'

export interface Walk {
  /** Per person 1 … n, the cell they stand in at first. */
  readonly start: Uint32Array
  /** Per move: who goes, and to which cell. */
  readonly who: Uint32Array
  readonly to: Uint32Array
  /** Per move: how many people are newly near, and so are counted. */
  readonly newlyNear: Uint32Array
  /** Per cell: itself and those around it. */
  readonly near: readonly (readonly PlaceId[])[]
}

const RESOLUTION = 10

export const walkOf = (town: Town, moves: number, seed: number): Walk => {
  const numbers = new Map<string, number>()
  const cells: string[] = []
  const numberOf = (cell: string): number => {
    const known = numbers.get(cell)
    if (known !== undefined) return known
    numbers.set(cell, cells.length)
    return cells.push(cell) - 1
  }
  const cellsOf = ({ x, y }: Moves): Uint32Array =>
    Uint32Array.from(x, (east, i) => {
      const { lat, lon } = latLonOf(east, y[i]!)
      return numberOf(latLngToCell(lat, lon, RESOLUTION))
    })
  const at = cellsOf(positionsOf(town, { seed }))
  const drawn = movesOf(town, { seed: seed + 1, count: moves })
  const to = cellsOf(drawn)
  // Neighbours of cells where somebody stands may be cells where nobody does: they get numbers and no neighbours.
  const stood = cells.length
  const near = Array.from({ length: stood }, (_, i) => gridDisk(cells[i]!, 1).map((cell) => numberOf(cell) as PlaceId))
  const start = new Uint32Array(town.people + 1)
  start.set(at, 1)
  const who = drawn.persons.map((person) => person + 1)
  return { start, who, to, near, newlyNear: newlyNear(start, who, to, near) }
}

const newlyNear = (start: Uint32Array, who: Uint32Array, to: Uint32Array, near: Walk['near']): Uint32Array => {
  const at = start.slice()
  const people = new Map<number, number>()
  for (let person = 1; person < at.length; person++) people.set(at[person]!, (people.get(at[person]!) ?? 0) + 1)
  return Uint32Array.from(who, (person, i) => {
    const from = at[person]!
    const before = new Set<number>(near[from])
    people.set(from, people.get(from)! - 1)
    let count = 0
    for (const cell of near[to[i]!]!) if (!before.has(cell)) count += people.get(cell) ?? 0
    people.set(to[i]!, (people.get(to[i]!) ?? 0) + 1)
    at[person] = to[i]!
    return count
  })
}
