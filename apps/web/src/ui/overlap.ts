/**
 * The geometry of the two circles. Their overlap says how many friends two people share: it covers `share(n)` of one
 * circle, and `apart(n)` is the distance of the centres, in diameters, at which it does.
 */

/** The share of one circle that the overlap covers, for a step or an exact number. */
export const share = (n: number): number => Math.min(0.72, 0.12 * n ** 0.36)

/** What two equal circles share of one of them, when their centres are x diameters apart. */
const lens = (x: number): number => (2 / Math.PI) * (Math.acos(x) - x * Math.sqrt(1 - x * x))

/** The distance of the centres in diameters: 1 touches, 0 is one circle. The lens only shrinks as x grows: bisection. */
export const overlap = (n: number): number => {
  const wanted = share(n)
  let near = 0
  let far = 1
  for (let i = 0; i < 40; i++) {
    const x = (near + far) / 2
    if (lens(x) > wanted) near = x
    else far = x
  }
  return (near + far) / 2
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** Beads lie this far inside the edge of the lens, in radii. */
const INSET = 0.085

/**
 * One bead for each shared friend, evenly along the edge of the lens, clockwise from the top; the centres lie at
 * (-x·r, 0) and (x·r, 0). They follow the two arcs that are as far apart as the circles and a little smaller.
 */
export const beads = (count: number, r: number, x: number): Point[] => {
  const arc = r * (1 - INSET)
  const half = Math.acos(Math.min(1, (x * r) / arc))
  return Array.from({ length: count }, (_, i) => {
    const along = (i + 0.5) / count
    const onRight = along < 0.5
    const angle = (onRight ? along * 4 - 1 : 3 - along * 4) * half
    const reach = arc * Math.cos(angle) - x * r
    return { x: onRight ? reach : -reach, y: arc * Math.sin(angle) }
  })
}

/** The least size at which a number in the lens can be read. */
const LEAST = 15
/** Digits of Fraunces at weight 600 are this wide, with a little air: a number of n characters needs n / 1.46 of its size. */
const FIT = 1.46
/** Beads take this much of the lens on either side, in radii. */
const BEAD_ROOM = 0.13

/** The size of the number in a lens, or 0 where it could not be read. */
export const numberSize = (text: string, r: number, x: number, beaded: boolean): number => {
  const room = 2 * r * (1 - x) - (beaded ? 2 * BEAD_ROOM * r : 0)
  const size = Math.floor(Math.min(0.55 * r, (FIT * room) / text.length))
  return size < LEAST ? 0 : size
}
