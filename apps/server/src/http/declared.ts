/**
 * What travels is what the schema declares, and nothing else: fields it does not name neither reach a service nor leave
 * the server. Schemas are compiled once, at start; what each value then costs is a copy of its declared fields.
 */
import { type TSchema, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox'

type Copy = (value: unknown) => unknown

/** As much of JSON Schema as the protocol's schemas are made of. */
interface Shape {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Shape>>
  readonly items?: Shape
  readonly anyOf?: readonly Shape[]
  readonly const?: unknown
}

export interface BrokenRule {
  readonly keyword: string
  readonly instancePath: string
  readonly params: Readonly<Record<string, unknown>>
}

export type Checked = { readonly value: unknown } | { readonly error: readonly BrokenRule[] }

type Read = (value: unknown) => Checked

const readers = new WeakMap<TSchema, Read>()

/** Says whether a value is as declared, and gives a copy of what is. */
export const readerOf = (schema: TSchema): Read => {
  const read = readers.get(schema) ?? compileReader(schema)
  readers.set(schema, read)
  return read
}

const compileReader = (schema: TSchema): Read => {
  const check = compileCheck(schema)
  const copy = copyOf(schema as Shape)
  return (value) => {
    const broken = check(value)
    return broken === undefined ? { value: copy(value) } : { error: broken }
  }
}

/** JSON of a value's declared fields. Throws where the value is not as declared: that is a defect of the server. */
export const encoderOf = (schema: TSchema): ((value: unknown) => string) => {
  const read = readerOf(schema)
  return (value) => {
    const checked = read(value)
    if ('value' in checked) return JSON.stringify(checked.value)
    const { instancePath, keyword } = checked.error[0] ?? { instancePath: '', keyword: 'unknown' }
    throw new TypeError(`An answer breaks its own schema at '${instancePath}' (${keyword}).`)
  }
}

const compileCheck = (schema: TSchema): ((value: unknown) => readonly BrokenRule[] | undefined) => {
  // As a body: every other part of a request would have its values converted to what the schema wants.
  const compiled = TypeBoxValidatorCompiler({ schema, method: '', url: '', httpPart: 'body' }) as unknown as (
    value: unknown,
  ) => {
    readonly error?: readonly BrokenRule[]
  }
  return (value) => compiled(value).error
}

const asIs: Copy = (value) => value

const copyOf = (shape: Shape): Copy => {
  if (shape.anyOf) return copyOfUnion(shape.anyOf)
  if (shape.items) return copyOfArray(copyOf(shape.items))
  if (shape.properties) return copyOfObject(shape.properties)
  return asIs
}

const copyOfArray = (copyItem: Copy): Copy =>
  copyItem === asIs ? (value) => (value as unknown[]).slice() : (value) => (value as unknown[]).map(copyItem)

const copyOfObject = (properties: Readonly<Record<string, Shape>>): Copy => {
  const fields = Object.entries(properties).map(([name, shape]) => ({ name, copy: copyOf(shape) }))
  return (value) => {
    const from = value as Record<string, unknown>
    const to: Record<string, unknown> = {}
    for (const { name, copy } of fields) {
      if (Object.hasOwn(from, name) && from[name] !== undefined) to[name] = copy(from[name])
    }
    return to
  }
}

/** Objects of a union are told apart by a literal that all of them have; everything else in it is no object. */
const copyOfUnion = (anyOf: readonly Shape[]): Copy => {
  const objects = anyOf.flatMap(branches).filter(({ properties }) => properties)
  if (objects.length === 0) return asIs
  const copyObject = objects.length === 1 ? copyOf(objects[0] as Shape) : copyByLiteral(objects)
  return (value) => (typeof value === 'object' && value !== null ? copyObject(value) : value)
}

const branches = (shape: Shape): readonly Shape[] => {
  if (shape.items) throw new TypeError('A union with an array in it cannot be copied.')
  return shape.anyOf ? shape.anyOf.flatMap(branches) : [shape]
}

const copyByLiteral = (objects: readonly Shape[]): Copy => {
  const first = Object.keys(objects[0]?.properties ?? {})
  const name = first.find((field) => objects.every(({ properties }) => properties?.[field]?.const !== undefined))
  if (name === undefined) throw new TypeError('The objects of a union need a literal by which to tell them apart.')
  const copies = new Map(objects.map((shape) => [shape.properties?.[name]?.const, copyOf(shape)]))
  return (value) => (copies.get((value as Record<string, unknown>)[name]) as Copy)(value)
}
