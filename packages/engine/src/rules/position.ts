import type { Metres } from './units.ts'

/** Degrees, WGS 84. Only on the device, and in the one function that turns a tracker's points into cells (PRES2). */
export interface Position {
  readonly lat: number
  readonly lon: number
}

const EARTH = 6_371_008.8
const RADIANS = Math.PI / 180

/** Metres between two positions on a sphere of the Earth's mean radius (haversine; Sinnott, Sky & Telescope 68, 1984). */
export const metresBetween = (a: Position, b: Position): Metres => {
  const north = Math.sin(((b.lat - a.lat) * RADIANS) / 2) ** 2
  const east = Math.sin(((b.lon - a.lon) * RADIANS) / 2) ** 2
  const h = north + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * east
  return (2 * EARTH * Math.asin(Math.min(1, Math.sqrt(h)))) as Metres
}
