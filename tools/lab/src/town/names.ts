/** What the made-up people are called. Households mostly share a surname; names repeat, as they do in life. */
import { mix } from './chance.ts'
import { NAME_LISTS, type NameList } from './name-lists.ts'
import type { Town } from './town.ts'

export interface Name {
  readonly given: string
  readonly surname: string
}

/** Of a hundred people, how many bear the surname of their household. */
const SHARED_SURNAMES = 80

/** Everybody's name; no two people of one household have the same given name. */
export const makeNames = (town: Town): ((person: number) => Name) => {
  const places = placesAtHome(town.households)
  return (person) => {
    const draw = mix(town.seed ^ 0x6e616d65, town.households[person]!)
    const { given, surnames } = listFor(draw % 100)
    const first = mix(draw, 1) % given.length
    const shares = mix(draw, 2 + places[person]!) % 100 < SHARED_SURNAMES
    const surname = mix(draw, shares ? 3 : 100 + places[person]!) % surnames.length
    return { given: given[(first + 7 * places[person]!) % given.length]!, surname: surnames[surname]! }
  }
}

export const fullName = ({ given, surname }: Name): string => `${given} ${surname}`

/** The list that a draw from 0 to 99 falls on, by weight. */
const listFor = (draw: number): NameList => {
  let before = 0
  for (const list of NAME_LISTS) {
    before += list.weight
    if (draw < before) return list
  }
  throw new Error('the weights of the name lists do not sum to 100')
}

/** First, second and so on of their household, by person. */
const placesAtHome = (households: Uint32Array): Uint8Array => {
  const seen = new Uint8Array(households.reduce((most, household) => Math.max(most, household), 0) + 1)
  return Uint8Array.from(households, (household) => seen[household]!++)
}
