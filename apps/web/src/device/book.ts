/** What the screens ask this device about its owner's people. Names are here, and nowhere else (CON1, REV4). */
import { peopleStore } from './people/database.ts'
import type { KeptPerson } from './people/types.ts'

export type { KeptPerson } from './people/types.ts'

/** The name behind each entry id that the server sends back. Empty where this device has none. */
export const loadLabels = async (): Promise<ReadonlyMap<string, string>> =>
  new Map((await loadPeople()).map(({ id, label }) => [id, label]))

/** Everybody this device has, by entry id: name, tie, story. */
export const loadPeopleById = async (): Promise<ReadonlyMap<string, KeptPerson>> =>
  new Map((await loadPeople()).map((person) => [person.id, person]))

/** In private browsing some browsers refuse the database: then there are no names, and the screens say so. */
export const loadPeople = (): Promise<KeptPerson[]> => peopleStore.people().catch(() => [])

/** Keeps a story that was told elsewhere than in the import (CONV1), so that the next import does not take it back. */
export const keepStory = async (id: string, story: string | undefined): Promise<void> => {
  const [people, choices] = await Promise.all([peopleStore.people(), peopleStore.choices()])
  const person = people.find((one) => one.id === id)
  if (person === undefined) return
  const { story: _, ...rest } = person
  const told = story === undefined ? rest : { ...rest, story }
  await peopleStore.replacePeople(people.map((one) => (one.id === id ? told : one)))
  if (choices === undefined) return
  const stories = new Map(choices.stories)
  for (const identifier of person.identifiers) {
    if (story === undefined) stories.delete(identifier)
    else stories.set(identifier, story)
  }
  await peopleStore.putChoices({ ...choices, stories })
}

/**
 * The server holds a list, and this device has no names for it: Safari deletes what a page kept after seven days without
 * a visit; or the list was brought with another device.
 */
export const areNamesMissing = (list: { readonly entries: number } | undefined, people: number): boolean =>
  (list?.entries ?? 0) > 0 && people === 0

/** Asks the browser not to clear what is kept when space is short. It may say no; nothing depends on it. */
export const keepForGood = async (): Promise<boolean> => {
  try {
    return (await navigator.storage?.persist?.()) ?? false
  } catch {
    return false
  }
}
