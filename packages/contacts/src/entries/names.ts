/** How names are compared, and words looked for in them. */
import { mastodonHandle, normaliseEmail } from '../identifier.ts'

/** A name for comparison: NFKC, case folded, white space collapsed. Nothing else: "Ana" is not "Ana Silva". */
export function nameKey(text: string): string {
  return fold(text).replace(/\s+/g, ' ').trim()
}

/** Upper case first: it is what brings `ß` and `SS`, and both small sigmas, together (nearly Unicode's case folding). */
function fold(text: string): string {
  return text.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC')
}

/** Whether a display name is only an address, a number or an account: nobody wrote a name there. */
export function isNoName(name: string, handles: readonly string[]): boolean {
  if (/^[\p{Nd}\s+()./-]+$/u.test(name)) return true
  if (name.includes('@')) return normaliseEmail(name) !== undefined || mastodonHandle(name) !== undefined
  const key = nameKey(name)
  return handles.some((handle) => key === handle.toLowerCase() || key === handle.toLowerCase().replace(BEFORE_NAME, ''))
}

const BEFORE_NAME = /^[a-z]+:(in\/)?/

const LONGEST_PHRASE = 3

/** Finds words and phrases of up to three words; a lookup per word of the text, however many are searched for. */
export class Phrases {
  readonly #phrases: ReadonlySet<string>

  constructor(phrases: Iterable<string>) {
    this.#phrases = new Set([...phrases].map((phrase) => words(phrase).join(' ')))
  }

  /** Whether one stands somewhere among these words, next to each other. */
  areIn(all: readonly string[]): boolean {
    for (let start = 0; start < all.length; start++) {
      let phrase = ''
      for (let at = start; at < Math.min(start + LONGEST_PHRASE, all.length); at++) {
        phrase = phrase === '' ? all[at]! : `${phrase} ${all[at]}`
        if (this.#phrases.has(phrase)) return true
      }
    }
    return false
  }

  /** Whether these words are one and nothing more. */
  include(all: readonly string[]): boolean {
    return this.#phrases.has(all.join(' '))
  }
}

/** The words of a text, folded: letters, marks and digits. */
export function words(text: string): string[] {
  return fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}
