/** CON6: cards with the same name that share an identifier are one; identifiers on different names are told. */
import type { Identifier } from '../identifier.ts'
import type { Card, Reach } from './types.ts'

export interface Joined {
  /** Groups of cards in the order of their first, each in the order given. */
  readonly groups: readonly (readonly Card[])[]
  /** Identifiers that stand on cards with different names, with those names as written. */
  readonly shared: ReadonlyMap<Identifier, readonly string[]>
}

/** Joins cards; linear in how many identifiers stand on them. */
export function joinCards(read: readonly Card[]): Joined {
  const cards = withNamesAdopted(read)
  const links = new Links(cards.length)
  const holders = new Map<string, number>()
  const names = new Map<Identifier, Map<string, string>>()
  cards.forEach((card, index) => {
    for (const identifier of identifiersOf(card)) {
      const holder = `${identifier}\n${card.key}`
      const first = holders.get(holder)
      if (first === undefined) holders.set(holder, index)
      else links.link(first, index)
      addName(names, identifier, card)
    }
  })
  return { groups: grouped(cards, links), shared: sharedOf(names) }
}

function identifiersOf(card: Card): Identifier[] {
  return card.reaches.map((reach) => reach.identifier).filter((identifier) => identifier !== undefined)
}

function addName(names: Map<Identifier, Map<string, string>>, identifier: Identifier, card: Card): void {
  const known = names.get(identifier)
  if (known === undefined) names.set(identifier, new Map([[card.key, card.label]]))
  else if (!known.has(card.key)) known.set(card.key, card.label)
}

function sharedOf(names: ReadonlyMap<Identifier, ReadonlyMap<string, string>>): Map<Identifier, string[]> {
  const shared = new Map<Identifier, string[]>()
  for (const [identifier, known] of names) if (known.size > 1) shared.set(identifier, [...known.values()])
  return shared
}

/** The one name that an identifier stands under, as on its first card. */
type Owner = Pick<Card, 'key' | 'label'>
const SEVERAL = Symbol('several names')

/**
 * Cards without a name (collected addresses) contradict no name. Those that share identifiers take the name that these
 * stand under on cards with one. Where that is several people's, they keep only what is nobody's, and so join nobody.
 */
function withNamesAdopted(cards: readonly Card[]): Card[] {
  const owners = ownersIn(cards)
  const links = new Links(cards.length)
  const holders = new Map<Identifier, number>()
  cards.forEach((card, index) => {
    if (card.key !== '') return
    for (const identifier of identifiersOf(card).filter((one) => !owners.has(one))) {
      links.link(holders.get(identifier) ?? index, index)
      holders.set(identifier, index)
    }
  })
  const isNameless = (card: Card) => card.key === ''
  const named = new Map<Card, Card>()
  for (const group of grouped(cards, links).filter(([first]) => isNameless(first!)))
    for (const [from, to] of adopted(group, owners)) named.set(from, to)
  return cards.map((card) => named.get(card) ?? card)
}

function ownersIn(cards: readonly Card[]): Map<Identifier, Owner | typeof SEVERAL> {
  const owners = new Map<Identifier, Owner | typeof SEVERAL>()
  for (const card of cards.filter(({ key }) => key !== '')) {
    for (const identifier of identifiersOf(card)) {
      const owner = owners.get(identifier)
      if (owner === undefined) owners.set(identifier, card)
      else if (owner !== SEVERAL && owner.key !== card.key) owners.set(identifier, SEVERAL)
    }
  }
  return owners
}

function adopted(group: readonly Card[], owners: ReadonlyMap<Identifier, Owner | typeof SEVERAL>): [Card, Card][] {
  const names = new Map<string, Owner>()
  for (const identifier of group.flatMap(identifiersOf)) {
    const owner = owners.get(identifier)
    if (owner !== undefined && owner !== SEVERAL) names.set(owner.key, owner)
  }
  const [only] = names.values()
  if (only !== undefined && names.size === 1)
    return group.map((card) => [card, { ...card, key: only.key, label: only.label }])
  const isNobodys = ({ identifier }: Reach) => identifier === undefined || !owners.has(identifier)
  return group.map((card) => [card, { ...card, reaches: card.reaches.filter(isNobodys) }])
}

function grouped(cards: readonly Card[], links: Links): Card[][] {
  const groups = new Map<number, Card[]>()
  cards.forEach((card, index) => {
    const root = links.root(index)
    const group = groups.get(root)
    if (group === undefined) groups.set(root, [card])
    else group.push(card)
  })
  return [...groups.values()]
}

/** Disjoint sets of the numbers below `count`; the smallest number of a set is its root. */
class Links {
  readonly #parent: Uint32Array

  constructor(count: number) {
    this.#parent = Uint32Array.from({ length: count }, (_, index) => index)
  }

  /** Halves the path on the way up, which keeps the trees flat. */
  root(index: number): number {
    let at = index
    while (this.#parent[at]! !== at) {
      this.#parent[at] = this.#parent[this.#parent[at]!]!
      at = this.#parent[at]!
    }
    return at
  }

  link(a: number, b: number): void {
    const [rootA, rootB] = [this.root(a), this.root(b)]
    this.#parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB)
  }
}
