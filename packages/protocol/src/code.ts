/** Room codes: six letters that are read off a wall, typed on a phone, or said aloud with a word each. */

/** Consonants that neither look nor sound like another of them, each with the word to read it by. */
export const LETTER_WORDS = {
  B: 'boat',
  C: 'cup',
  D: 'drum',
  F: 'fig',
  H: 'hat',
  J: 'jam',
  K: 'kite',
  L: 'lamp',
  M: 'moon',
  N: 'nest',
  P: 'pear',
  R: 'rose',
  S: 'star',
  T: 'tree',
  V: 'vase',
  W: 'wave',
  Z: 'zip',
} as const

export type CodeLetter = keyof typeof LETTER_WORDS

export const CODE_LETTERS = Object.keys(LETTER_WORDS) as readonly CodeLetter[]
export const CODE_LENGTH = 6
export const CODE_PATTERN = `^[${CODE_LETTERS.join('')}]{${CODE_LENGTH}}$`

const PATTERN = new RegExp(CODE_PATTERN)

/** A code as somebody typed or pasted it (any case, spaces, hyphens, a whole link), in its normal form. */
export const readCode = (text: string): string | undefined => {
  const tail = text.trim().replace(/^.*\/(?:r|join)\/([^/?#]+).*$/i, '$1')
  const code = tail.toUpperCase().replace(/[\s-]/g, '')
  return PATTERN.test(code) ? code : undefined
}

/** `KRFWHM` as people see it: `KRF WHM`. */
export const spacedCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`

/** The words to read a code aloud by. */
export const codeWords = (code: string): string[] => [...code].map((letter) => LETTER_WORDS[letter as CodeLetter] ?? '')
