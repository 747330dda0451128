/** H3 cells of resolution 11 as places of the engine: the worlds' definition of near, not PRES2's. */
import type { PlaceId } from '@kith/engine'
import { gridDisk, latLngToCell } from 'h3-js'

const RESOLUTION = 11

export class Cells {
  readonly #numbers = new Map<string, PlaceId>()
  readonly #cells: string[] = []

  /** The cell that holds a position in degrees. */
  at(lat: number, lon: number): PlaceId {
    return this.#numberOf(latLngToCell(lat, lon, RESOLUTION))
  }

  /** The cell itself and those around it. */
  readonly near = (cell: PlaceId): PlaceId[] =>
    gridDisk(this.#cells[cell]!, 1).map((neighbour) => this.#numberOf(neighbour))

  #numberOf(cell: string): PlaceId {
    const known = this.#numbers.get(cell)
    if (known !== undefined) return known
    const number = this.#cells.length as PlaceId
    this.#numbers.set(cell, number)
    this.#cells.push(cell)
    return number
  }
}
