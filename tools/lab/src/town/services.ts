/** The numbers that stand in many address books and are nobody's friend: what CON7 is there to leave out. */
import { mix } from './chance.ts'
import { phoneAt } from './identifiers.ts'
import type { Town } from './town.ts'

export interface Service {
  readonly kind: ServiceKind
  readonly name: string
  /** E.164, or a short number as dialled. */
  readonly phone: string
  /** Empty where it has none. */
  readonly email: string
}

export type ServiceKind = (typeof KINDS)[number]['kind']

/**
 * per: people for each service of the kind (all of the town where it is 0); held: the share of its people who have it in
 * their book; card: as a company, as a company's name on a person's card, or as a person, which no word list tells.
 */
const KINDS = [
  { kind: 'taxi', per: 20_000, held: 0.3, names: ['Taxi', 'Taxi Ring', 'Taxi Harbour', 'City Taxi'], card: 'person' },
  {
    kind: 'surgery',
    per: 2500,
    held: 0.5,
    names: ['Surgery', 'Dogger Bank Surgery', 'Surgery Dr Lind'],
    card: 'company',
  },
  { kind: 'school office', per: 1500, held: 0.15, names: ['School Office', 'School office'], card: 'person' },
  { kind: 'pizza', per: 1200, held: 0.2, names: ['Pizza Roma', 'Pizza Bella', 'Pizza Vesuvio'], card: 'company' },
  { kind: 'plumber', per: 5000, held: 0.12, names: ['Pat Rivers', 'Sam Tully', 'Lou Quayle'], card: 'person' },
  { kind: 'library', per: 0, held: 0.15, names: ['Town Library'], card: 'company' },
  { kind: 'bank', per: 0, held: 0.2, names: ['Dogger Bank'], card: 'company' },
  { kind: 'voicemail', per: 0, held: 0.1, names: ['Voicemail'], card: 'person' },
] as const

/** 800-555-0199 is the free-phone number kept for fiction. */
const OWN_NUMBERS: Readonly<Record<string, string>> = { bank: '+18005550199', voicemail: '121' }

export interface Services {
  /** By kind and number within it, in the order of `services.csv`. */
  readonly all: readonly Service[]
  /** What somebody has in their book. */
  readonly heldBy: (person: number) => readonly Service[]
  readonly isCompany: (service: Service) => boolean
}

/** `firstNumber`: the first index of `phoneAt` that nobody has. */
export const makeServices = (town: Town, firstNumber: number): Services => {
  const all: Service[] = []
  const kinds = KINDS.map((kind) => {
    const first = all.length
    const count = kind.per === 0 ? 1 : Math.ceil(town.people / kind.per)
    for (let i = 0; i < count; i++) all.push(serviceOf(kind, i, firstNumber + all.length, town.seed))
    return { ...kind, first, count }
  })
  const heldBy = (person: number) =>
    kinds
      .filter(({ held, first }) => mix(town.seed ^ first, person) % 1000 < held * 1000)
      // People use what is near: those of one hot spot the same.
      .map(({ first, count }) => all[first + (town.homeSpots[person]! % count)]!)
  return { all, heldBy, isCompany: ({ kind }) => KINDS.some((one) => one.kind === kind && one.card === 'company') }
}

const serviceOf = ({ kind, names }: (typeof KINDS)[number], i: number, number: number, seed: number): Service => {
  const name = names[i % names.length]!
  const email = kind === 'surgery' || kind === 'library' ? `info@${kind}-${i}.example.org` : ''
  return { kind, name, phone: OWN_NUMBERS[kind] ?? phoneAt(number, seed), email }
}
