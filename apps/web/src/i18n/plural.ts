/** Numbers in sentences, by the rules of the language. */
import { locale } from './messages.ts'

/** The forms that a language has; English has `one` and `other`. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }

let rules: Intl.PluralRules | undefined
let rulesOf = ''

const category = (n: number): Intl.LDMLPluralRule => {
  if (rules === undefined || rulesOf !== locale()) {
    rulesOf = locale()
    rules = new Intl.PluralRules(rulesOf)
  }
  return rules.select(n)
}

/** `plural(3, { one: '# friend', other: '# friends' })`: the form for n, with # as the number. */
export const plural = (n: number, forms: Forms): string =>
  (forms[category(n)] ?? forms.other).replace('#', formatNumber(n))

export const formatNumber = (n: number): string => new Intl.NumberFormat(locale()).format(n)

const ENGLISH = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** "seven", and "13" from there on: as people say numbers. English only; other languages bring their own. */
export const spoken = (n: number): string => ENGLISH[n] ?? formatNumber(n)

export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase(locale()) + text.slice(1)

/** "a, b and c". */
export const listed = (parts: readonly string[]): string =>
  new Intl.ListFormat(locale(), { type: 'conjunction' }).format(parts)

/** A step as it is shown: "25+"; steps of people present are exact below five (GST3). */
export const stepWords = (step: number): string => `${formatNumber(step)}+`
