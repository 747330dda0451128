/** Which field of an input is wrong, and which rule it breaks, in words (error `bad-input`). */
import type { BrokenRule } from './declared.ts'

export interface BadInput {
  readonly field: string
  readonly rule: string
}

/** The first rule broken, of those that say most; what was sent is never repeated. */
export const badInput = (broken: readonly BrokenRule[]): BadInput => {
  const telling = broken.filter(({ keyword }) => keyword !== 'anyOf' && keyword !== 'const' && keyword !== 'type')
  const rule = telling[0] ?? broken.find(({ keyword }) => keyword === 'const') ?? broken[0]
  if (rule === undefined) return { field: '', rule: 'is malformed' }
  const words = inWords(rule, broken)
  return rule.keyword === 'required' ? missing(rule, words) : { field: pathOf(rule), rule: words }
}

const missing = (rule: BrokenRule, words: string): BadInput => {
  const [first = ''] = rule.params.requiredProperties as readonly string[]
  return { field: [pathOf(rule), first].filter(Boolean).join('/'), rule: words }
}

/** `/entries/3/tie` → `entries/3/tie`. */
const pathOf = ({ instancePath }: BrokenRule): string => instancePath.slice(1)

const inWords = (rule: BrokenRule, all: readonly BrokenRule[]): string => {
  const { limit, pattern, type, allowedValues } = rule.params
  switch (rule.keyword) {
    case 'required':
      return 'is missing'
    case 'type':
      return `must be ${typesAt(rule, all).map(withArticle).join(' or ')}`
    case 'const':
      return `must be ${valuesAt(rule, all).map(quoted).join(' or ')}`
    case 'enum':
      return `must be one of ${(allowedValues as readonly unknown[]).map(quoted).join(', ')}`
    case 'pattern':
      return `must match ${String(pattern)}`
    case 'minLength':
      return `must have at least ${amount(limit, 'character')}`
    case 'maxLength':
      return `must have at most ${amount(limit, 'character')}`
    case 'minItems':
      return `must have at least ${amount(limit, 'item')}`
    case 'maxItems':
      return `must have at most ${amount(limit, 'item')}`
    case 'minimum':
      return `must be at least ${String(limit)}`
    case 'maximum':
      return `must be at most ${String(limit)}`
    default:
      return `is malformed (${rule.keyword}${type === undefined ? '' : ` ${String(type)}`})`
  }
}

/** In a union every branch says what it would have taken. */
const typesAt = (rule: BrokenRule, all: readonly BrokenRule[]): string[] => [
  ...new Set(all.filter((one) => one.keyword === 'type' && pathOf(one) === pathOf(rule)).map((one) => typeOf(one))),
]

const typeOf = ({ params }: BrokenRule): string => String(params.type)

const valuesAt = (rule: BrokenRule, all: readonly BrokenRule[]): unknown[] =>
  all.filter((one) => one.keyword === 'const' && pathOf(one) === pathOf(rule)).map(({ params }) => params.allowedValue)

const quoted = (value: unknown): string => (typeof value === 'string' ? `'${value}'` : String(value))

const withArticle = (type: string): string => {
  if (type === 'null') return type
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`
}

const amount = (count: unknown, noun: string): string => `${String(count)} ${noun}${count === 1 ? '' : 's'}`
