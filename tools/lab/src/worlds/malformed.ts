/** Rows that could not be used: counted, the first ten named. */

const SHOWN = 10

export class Malformed {
  count = 0
  readonly shown: string[] = []

  add(file: string, line: number, why: string): void {
    this.count++
    if (this.shown.length < SHOWN) this.shown.push(`${file}:${line}: ${why}`)
  }

  /** What to tell at the end; empty where all was good. */
  report(): string {
    if (this.count === 0) return ''
    const more = this.count - this.shown.length
    const rest = more > 0 ? `… and ${more} more\n` : ''
    return `${this.count} malformed ${this.count === 1 ? 'row' : 'rows'} left out:\n${this.shown.join('\n')}\n${rest}`
  }
}
