/** Puts the services together, and takes up what the store and the bus hold from before. */
import type { Limits } from '../http/limits.ts'
import { Retention } from '../jobs/retention.ts'
import { Contacts, type Evaluate, type EvaluationBudgets } from './contacts.ts'
import { Conversations } from './conversations.ts'
import { Ending } from './ending.ts'
import { Floor } from './floor/floor.ts'
import { Guests } from './guests.ts'
import { Hosts } from './hosts.ts'
import { Introductions } from './introductions.ts'
import { Me } from './me.ts'
import type { Needs } from './needs.ts'
import { Opening } from './opening.ts'
import { RoomRegistry } from './room/registry.ts'
import { Rooms } from './rooms.ts'
import type { Services } from './services.ts'
import { Waves } from './waves.ts'

export interface ServicesOptions {
  readonly needs: Needs
  readonly limits: Limits
  readonly oprf: { readonly keyId: string; readonly evaluate: Evaluate }
  readonly budgets: EvaluationBudgets
  /** Where phones can reach this server; absent where they cannot. */
  readonly publicUrl?: string
}

export interface RunningServices extends Services {
  readonly retention: Retention
  readonly floor: Floor
}

export const createServices = async (options: ServicesOptions): Promise<RunningServices> => {
  const { needs, limits, oprf, budgets, publicUrl } = options
  const floor = new Floor()
  const guests = new Guests(needs)
  const roomNeeds = { ...needs, floor, guests }
  const registry = new RoomRegistry(roomNeeds)
  const introductions = new Introductions(registry)
  const waves = new Waves(registry, introductions)
  const conversations = new Conversations(registry, introductions)
  const contacts = new Contacts(registry, introductions, oprf, budgets)
  const rooms = new Rooms(registry, publicUrl, (person) => waves.tellWaves(person))
  const opening = new Opening(registry, rooms)
  const me = new Me(registry, introductions, waves, contacts)
  const hosts = new Hosts(registry, rooms)
  registry.onEnds(new Ending(registry, waves, me))
  const retention = new Retention(roomNeeds, me)
  await registry.load()
  await introductions.relight()
  await retention.run()
  retention.start()
  return {
    registry,
    rooms,
    opening,
    waves,
    introductions,
    conversations,
    contacts,
    me,
    hosts,
    limits,
    retention,
    floor,
  }
}
