/** Reading a command's words: what is wrong with them is one sentence. */
import { parseArgs } from 'node:util'
import { Unusable } from './io.ts'

export interface OptionKinds {
  readonly [name: string]: { readonly type: 'string' | 'boolean' }
}

export interface Words {
  readonly values: { readonly [name: string]: string | boolean | undefined }
  readonly positionals: readonly string[]
}

export const readWords = (words: readonly string[], options: OptionKinds): Words => {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new Unusable((error as Error).message.split(/\.\s/)[0] ?? 'these options cannot be read')
  }
}

/** An option that is an integer, at least `least`. */
export const integer = ({ values }: Words, name: string, least: number, otherwise: number): number => {
  const text = values[name]
  if (text === undefined) return otherwise
  const value = /^\d+$/.test(String(text)) ? Number(text) : Number.NaN
  if (!Number.isSafeInteger(value) || value < least)
    throw new Unusable(`--${name} is an integer of at least ${least}, not "${text}"`)
  return value
}

/** The one word that names a folder or file. */
export const onlyWord = ({ positionals }: Words, what: string): string => {
  const [word, ...more] = positionals
  if (word === undefined) throw new Unusable(`name ${what}`)
  if (more.length > 0) throw new Unusable(`name ${what}, and nothing else: "${more[0]}"`)
  return word
}
