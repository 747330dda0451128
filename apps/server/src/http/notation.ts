/** A schema as people read it: much as TypeScript would write it, with the bounds beside it. */

interface Shape {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape
  readonly anyOf?: readonly Shape[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
}

export const notation = (schema: unknown, indent = ''): string => {
  const shape = schema as Shape
  if (shape.anyOf) return shape.anyOf.map((one) => notation(one, indent)).join(' | ')
  if (shape.enum) return shape.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (shape.const !== undefined) return JSON.stringify(shape.const)
  if (shape.items) return `${itemOf(notation(shape.items, indent))}[]${bounds(shape.minItems, shape.maxItems)}`
  if (shape.properties) return objectOf(shape, indent)
  if (shape.pattern) return `string /${shape.pattern}/`
  const least = shape.minLength ?? shape.minimum
  return `${shape.type ?? 'anything'}${bounds(least, shape.maxLength ?? shape.maximum)}`
}

const itemOf = (words: string): string => (words.includes(' | ') && !words.startsWith('{') ? `(${words})` : words)

const objectOf = ({ properties = {}, required = [] }: Shape, indent: string): string => {
  const deeper = `${indent}  `
  const lines = Object.entries(properties).map(
    ([name, shape]) => `${deeper}${name}${required.includes(name) ? '' : '?'}: ${notation(shape, deeper)}`,
  )
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${indent}}`
}

const bounds = (least?: number, most?: number): string => {
  if (least === undefined && most === undefined) return ''
  if (most === undefined) return ` (at least ${least})`
  return least === undefined ? ` (at most ${most})` : ` (${least} to ${most})`
}
