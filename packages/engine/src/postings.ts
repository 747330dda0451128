/**
 * Who at one place knows whom: person → presences, the inverted form of the lists of everybody there. An open-addressed
 * table of persons (linear probing, at most two thirds full) points into one pool, where each person's presences lie
 * side by side in a block of a power of two; a block that is outgrown goes back for the next person of its size.
 */

const FEWEST_SLOTS = 64
/** Block sizes are 2¹ … 2³¹; the index is the exponent. */
const SIZES = 32
const NONE = 0xffffffff

export class Postings {
  /** @internal All presences; a person's lie from `starts[slot]`, `lengths[slot]` of them. */
  pool: Uint32Array = new Uint32Array(256)
  starts: Uint32Array = new Uint32Array(FEWEST_SLOTS)
  lengths: Uint32Array = new Uint32Array(FEWEST_SLOTS)

  #persons = new Uint32Array(FEWEST_SLOTS)
  #exponents = new Uint8Array(FEWEST_SLOTS)
  #shift = 32 - Math.log2(FEWEST_SLOTS)
  #used = 0
  #filled = 0
  /** Per size: the first free block; each free block holds the next one's start. */
  readonly #free = new Uint32Array(SIZES).fill(NONE)

  /** The slot of a person whom somebody here knows, or −1. */
  find(person: number): number {
    const slot = this.#slotOf(person)
    return this.#persons[slot] === person && this.lengths[slot]! > 0 ? slot : -1
  }

  add(person: number, presence: number): void {
    let slot = this.#slotOf(person)
    if (this.#persons[slot] !== person) slot = this.#claim(person)
    const length = this.lengths[slot]!
    if (length === 0) this.#open(slot)
    else if (length === 2 ** this.#exponents[slot]!) this.#widen(slot)
    this.pool[this.starts[slot]! + length] = presence
    this.lengths[slot] = length + 1
  }

  /** Takes one presence of a person away; the person must have it. */
  remove(person: number, presence: number): void {
    const slot = this.find(person)
    if (slot === -1) return
    const start = this.starts[slot]!
    const last = start + this.lengths[slot]! - 1
    let at = start
    while (at < last && this.pool[at] !== presence) at++
    if (this.pool[at] !== presence) return
    this.pool[at] = this.pool[last]!
    this.lengths[slot] = last - start
    if (last === start) this.#give(start, this.#exponents[slot]!)
  }

  get bytes(): number {
    const perSlot = this.#persons.byteLength + this.starts.byteLength + this.lengths.byteLength
    return this.pool.byteLength + perSlot + this.#exponents.byteLength
  }

  /** Fibonacci hashing (Knuth, TAOCP 3, 6.4): persons are dense numbers, and neighbours must not collide. */
  #slotOf(person: number): number {
    const mask = this.#persons.length - 1
    let slot = Math.imul(person, 0x9e3779b1) >>> this.#shift
    while (this.#persons[slot] !== 0 && this.#persons[slot] !== person) slot = (slot + 1) & mask
    return slot
  }

  #claim(person: number): number {
    if (this.#used * 3 >= this.#persons.length * 2) this.#rehash()
    const slot = this.#slotOf(person)
    this.#persons[slot] = person
    this.lengths[slot] = 0
    this.#used++
    return slot
  }

  /** Rebuilds the table for twice as many as are known by now; whom nobody knows any more are dropped. */
  #rehash(): void {
    const { starts, lengths } = this
    const persons = this.#persons
    const exponents = this.#exponents
    const living = lengths.reduce((sum, length, slot) => sum + (persons[slot] !== 0 && length > 0 ? 1 : 0), 0)
    const slots = 2 ** Math.max(Math.log2(FEWEST_SLOTS), Math.ceil(Math.log2((living + 1) * 3)))
    this.#persons = new Uint32Array(slots)
    this.starts = new Uint32Array(slots)
    this.lengths = new Uint32Array(slots)
    this.#exponents = new Uint8Array(slots)
    this.#shift = 32 - Math.log2(slots)
    this.#used = living
    for (let slot = 0; slot < persons.length; slot++) {
      if (persons[slot] === 0 || lengths[slot] === 0) continue
      const to = this.#slotOf(persons[slot]!)
      this.#persons[to] = persons[slot]!
      this.starts[to] = starts[slot]!
      this.lengths[to] = lengths[slot]!
      this.#exponents[to] = exponents[slot]!
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
      const wider = new Uint32Array(Math.max(this.#filled, this.pool.length * 2))
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
    this.#exponents[slot] = 1
    this.starts[slot] = this.#take(1)
  }

  #widen(slot: number): void {
    const from = this.starts[slot]!
    const exponent = this.#exponents[slot]!
    const to = this.#take(exponent + 1)
    this.pool.copyWithin(to, from, from + 2 ** exponent)
    this.#give(from, exponent)
    this.starts[slot] = to
    this.#exponents[slot] = exponent + 1
  }
}
