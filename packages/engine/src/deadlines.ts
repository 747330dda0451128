/** When presences end by themselves: a binary heap of times, whose entries may be out of date and are then passed over. */

export class Deadlines {
  #times = new Float64Array(64)
  #presences = new Uint32Array(64)
  #size = 0

  /** The earliest time, or Infinity. */
  get first(): number {
    return this.#size === 0 ? Number.POSITIVE_INFINITY : this.#times[0]!
  }

  get bytes(): number {
    return this.#times.byteLength + this.#presences.byteLength
  }

  get size(): number {
    return this.#size
  }

  push(time: number, presence: number): void {
    if (this.#size === this.#times.length) this.#grow()
    let at = this.#size++
    while (at > 0) {
      const up = (at - 1) >> 1
      if (!this.#before(time, presence, up)) break
      this.#copy(up, at)
      at = up
    }
    this.#times[at] = time
    this.#presences[at] = presence
  }

  /** Takes the earliest away and returns whose it is; equals by presence, so that a replay runs the same each time. */
  pop(): number {
    const presence = this.#presences[0]!
    const last = --this.#size
    const time = this.#times[last]!
    const who = this.#presences[last]!
    let at = 0
    for (let down = 1; down < last; down = 2 * at + 1) {
      if (down + 1 < last && this.#before(this.#times[down + 1]!, this.#presences[down + 1]!, down)) down++
      if (this.#before(time, who, down)) break
      this.#copy(down, at)
      at = down
    }
    this.#times[at] = time
    this.#presences[at] = who
    return presence
  }

  /** Keeps only the entries that `holds` says are still true, when most are not. */
  sweep(holds: (time: number, presence: number) => boolean): void {
    const size = this.#size
    const times = this.#times.slice(0, size)
    const presences = this.#presences.slice(0, size)
    this.#size = 0
    for (let i = 0; i < size; i++) if (holds(times[i]!, presences[i]!)) this.push(times[i]!, presences[i]!)
  }

  #before(time: number, presence: number, at: number): boolean {
    return time < this.#times[at]! || (time === this.#times[at]! && presence < this.#presences[at]!)
  }

  #copy(from: number, to: number): void {
    this.#times[to] = this.#times[from]!
    this.#presences[to] = this.#presences[from]!
  }

  #grow(): void {
    const times = new Float64Array(this.#size * 2)
    const presences = new Uint32Array(this.#size * 2)
    times.set(this.#times)
    presences.set(this.#presences)
    this.#times = times
    this.#presences = presences
  }
}
