/**
 * Seeded chance for the made-up town: the same seed gives the same draws on every machine.
 *
 * The generator is sfc32 of PractRand (Chris Doty-Humphrey, https://pracrand.sourceforge.net, public domain). Only
 * integer operations and + - * / and square roots of doubles are used, all of which IEEE 754 fixes to the last bit;
 * `Math.log`, `Math.exp` and `Math.pow` may differ between engines, so two small ones of our own stand in for them.
 */
export class Chance {
  private a: number
  private b: number
  private c: number
  private d = 1
  private spare = Number.NaN

  /** Each `stream` of a seed is independent of the others: a new one changes nothing of what was there before. */
  constructor(seed: number, stream: string) {
    this.a = mix(seed, 0x9e3779b9) | 0
    this.b = mix(seed, hashOf(stream)) | 0
    this.c = hashOf(stream) | 0
    for (let i = 0; i < 15; i++) this.next()
  }

  /** 32 random bits. */
  next(): number {
    const { b, c } = this
    const sum = (this.a + b + this.d) | 0
    this.d = (this.d + 1) | 0
    this.a = b ^ (b >>> 9)
    this.b = (c + (c << 3)) | 0
    this.c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }

  /** A whole number from 0 to `limit` - 1, by multiplication (Lemire 2019; his correction is below what shows here). */
  below(limit: number): number {
    return Math.floor((this.next() / TWO_32) * limit)
  }

  /** From 0 inclusive to 1 exclusive. */
  fraction(): number {
    return this.next() / TWO_32
  }

  happens(probability: number): boolean {
    return this.next() < probability * TWO_32
  }

  /** A whole number whose mean is `value`. */
  round(value: number): number {
    const floor = Math.floor(value)
    return floor + (this.happens(value - floor) ? 1 : 0)
  }

  /** Mean 0, deviation 1: Marsaglia's polar method, which makes two at a time. */
  gaussian(): number {
    if (!Number.isNaN(this.spare)) {
      const kept = this.spare
      this.spare = Number.NaN
      return kept
    }
    let u: number
    let v: number
    let square: number
    do {
      u = 2 * this.fraction() - 1
      v = 2 * this.fraction() - 1
      square = u * u + v * v
    } while (square >= 1 || square === 0)
    const scale = Math.sqrt((-2 * ln(square)) / square)
    this.spare = v * scale
    return u * scale
  }

  /** Puts the first `count` values into random order (Fisher-Yates). */
  shuffle(values: Uint32Array, count = values.length): void {
    for (let i = count - 1; i > 0; i--) {
      const j = this.below(i + 1)
      const kept = values[i]!
      values[i] = values[j]!
      values[j] = kept
    }
  }
}

const TWO_32 = 2 ** 32

/** A fixed 32-bit hash of two numbers, for choices that must not depend on the order of drawing (murmur3's finaliser). */
export const mix = (a: number, b: number): number => {
  let h = (Math.imul(a, 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35) ^ Math.imul(a >>> 16, 0x27d4eb2f)) | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** FNV-1a of a word. */
const hashOf = (word: string): number => {
  let h = 0x811c9dc5
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/** Natural logarithm of a positive number, to about 1e-14. */
export const ln = (value: number): number => {
  let mantissa = value
  let exponent = 0
  for (; mantissa < Math.SQRT1_2; mantissa *= 2) exponent--
  for (; mantissa > Math.SQRT2; mantissa /= 2) exponent++
  const z = (mantissa - 1) / (mantissa + 1)
  let sum = 0
  // 2 artanh(z): with |z| below 0.172 the terms past z^17 are below the last digit.
  for (let n = 17; n >= 1; n -= 2) sum = sum * z * z + 1 / n
  return 2 * z * sum + exponent * Math.LN2
}

/** e to the power of `value`, to about 1e-14. */
export const exp = (value: number): number => {
  const doublings = Math.round(value / Math.LN2)
  const rest = value - doublings * Math.LN2
  let sum = 1
  for (let n = 15; n >= 1; n--) sum = 1 + (sum * rest) / n
  for (let i = 0; i < doublings; i++) sum *= 2
  for (let i = 0; i > doublings; i--) sum /= 2
  return sum
}
