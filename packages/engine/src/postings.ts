/**
 * Who at one place knows whom: person → presences, the inverted form of the lists of everybody there. An open-addressed
 * table of persons (linear probing, at most two thirds full) points into one pool, where each person's presences lie
 * side by side in a block of a power of two; a block that is outgrown goes back for the next person of its size.
 */

const FEWEST_SLOTS = 64
/** Block sizes are 2¹ … 2³¹; the index is the exponent. */
const SIZES = 32
const NONE = 0xffffffff

/** A slot is four words, and so never lies in two cache lines: a person costs one miss here and one in the pool. */
const PERSON = 0
export const START = 1
export const COUNT = 2
const EXPONENT = 3
const WORDS = 4

export class Postings {
  /** @internal All presences; a person's lie from `slots[slot + START]`, `slots[slot + COUNT]` of them. */
  pool: Uint32Array = new Uint32Array(256)
  /** @internal */
  slots: Uint32Array = new Uint32Array(FEWEST_SLOTS * WORDS)

  #shift = 32 - Math.log2(FEWEST_SLOTS)
  #used = 0
  #filled = 0
  /** Per size: the first free block; each free block holds the next one's start. */
  readonly #free = new Uint32Array(SIZES).fill(NONE)

  /** The slot of a person whom somebody here knows, or −1. */
  find(person: number): number {
    const slot = this.#slotOf(person)
    return this.slots[slot + PERSON] === person && this.slots[slot + COUNT]! > 0 ? slot : -1
  }

  add(person: number, presence: number): void {
    let slot = this.#slotOf(person)
    if (this.slots[slot + PERSON] !== person) slot = this.#claim(person)
    const { slots } = this
    const count = slots[slot + COUNT]!
    if (count === 0) this.#open(slot)
    else if (count === 2 ** slots[slot + EXPONENT]!) this.#widen(slot)
    this.pool[slots[slot + START]! + count] = presence
    slots[slot + COUNT] = count + 1
  }

  /** Takes one presence of a person away; nothing happens where the person does not have it. */
  remove(person: number, presence: number): void {
    const slot = this.find(person)
    if (slot === -1) return
    const { pool, slots } = this
    const start = slots[slot + START]!
    const last = start + slots[slot + COUNT]! - 1
    let at = start
    while (at < last && pool[at] !== presence) at++
    if (pool[at] !== presence) return
    pool[at] = pool[last]!
    slots[slot + COUNT] = last - start
    if (last === start) this.#give(start, slots[slot + EXPONENT]!)
  }

  get bytes(): number {
    return this.pool.byteLength + this.slots.byteLength
  }

  /** Fibonacci hashing (Knuth, TAOCP 3, 6.4): persons are dense numbers, and neighbours must not collide. */
  #slotOf(person: number): number {
    const { slots } = this
    const mask = slots.length - 1
    let slot = (Math.imul(person, 0x9e3779b1) >>> this.#shift) * WORDS
    while (slots[slot] !== 0 && slots[slot] !== person) slot = (slot + WORDS) & mask
    return slot
  }

  #claim(person: number): number {
    if (this.#used * 3 * WORDS >= this.slots.length * 2) this.#rehash()
    const slot = this.#slotOf(person)
    this.slots[slot + PERSON] = person
    this.slots[slot + COUNT] = 0
    this.#used++
    return slot
  }

  /** Rebuilds the table for twice as many as are known by now; whom nobody knows any more are dropped. */
  #rehash(): void {
    const old = this.slots
    let living = 0
    for (let slot = 0; slot < old.length; slot += WORDS) if (old[slot + COUNT]! > 0) living++
    const size = 2 ** Math.max(Math.log2(FEWEST_SLOTS), Math.ceil(Math.log2((living + 1) * 3)))
    this.slots = new Uint32Array(size * WORDS)
    this.#shift = 32 - Math.log2(size)
    this.#used = living
    for (let slot = 0; slot < old.length; slot += WORDS) {
      if (old[slot + COUNT] === 0) continue
      const to = this.#slotOf(old[slot + PERSON]!)
      for (let word = 0; word < WORDS; word++) this.slots[to + word] = old[slot + word]!
    }
  }

  #take(exponent: number): number {
    const freed = this.#free[exponent]!
    if (freed !== NONE) {
      this.#free[exponent] = this.pool[freed]!
      return freed
    }
    const start = this.#filled
    this.#filled += 2 ** exponent
    if (this.#filled > this.pool.length) {
      const wider = new Uint32Array(Math.max(this.#filled, Math.ceil(this.pool.length * 1.5)))
      wider.set(this.pool)
      this.pool = wider
    }
    return start
  }

  #give(start: number, exponent: number): void {
    this.pool[start] = this.#free[exponent]!
    this.#free[exponent] = start
  }

  /** Gives a person's presences their first block. */
  #open(slot: number): void {
    this.slots[slot + EXPONENT] = 1
    this.slots[slot + START] = this.#take(1)
  }

  #widen(slot: number): void {
    const { slots } = this
    const from = slots[slot + START]!
    const exponent = slots[slot + EXPONENT]!
    const to = this.#take(exponent + 1)
    const { pool } = this
    // Most blocks are small: a loop is quicker than a call of copyWithin.
    for (let i = 0; i < 2 ** exponent; i++) pool[to + i] = pool[from + i]!
    this.#give(from, exponent)
    slots[slot + START] = to
    slots[slot + EXPONENT] = exponent + 1
  }
}
