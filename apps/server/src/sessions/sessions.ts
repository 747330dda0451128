/**
 * Sessions. A cookie says `<person>.<secret>`; the person's record on the bus has a field for the SHA-256 of the secret, so
 * that no session can be made from what is kept, and so that a guest and all their sessions end as one.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { Bus, BusKey } from '../bus/bus.ts'
import type { Clock } from '../clock.ts'
import { Refusal } from '../services/refusal.ts'
import type { PersonKey } from '../store/store.ts'

export interface Session {
  readonly person: PersonKey
  /** SHA-256 of the secret, hex. */
  readonly hash: string
}

export interface Sessions {
  /** Whose session a cookie's value is; undefined where it is none, or none any more. */
  find(cookie: string | undefined): Promise<Session | undefined>
  /** Whether it has not ended. */
  isOn(session: Session): Promise<boolean>
  /** A session of somebody whose record exists, and the cookie's value. `replacing` is dead before this answers. */
  start(person: PersonKey, replacing?: Session): Promise<{ readonly session: Session; readonly cookie: string }>
  end(session: Session): Promise<void>
  /** Called for each session that was ended, so that its sockets close. */
  onOver(listener: (session: Session) => void): void
}

/** The record of a person: what the guest service writes, and a field `session:<hash>` for each session. */
export const personRecord = (person: PersonKey): BusKey => `person:{${person}}`

const SECRET_BYTES = 32
const COOKIE = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/

export const createSessions = (bus: Bus, clock: Clock): Sessions => {
  const listeners: ((session: Session) => void)[] = []

  const end = async (session: Session): Promise<void> => {
    const fields = [fieldOf(session.hash)]
    await bus.commit([{ kind: 'remove-fields', key: personRecord(session.person), fields }])
    for (const listener of listeners) listener(session)
  }

  const isOn = async ({ person, hash }: Session): Promise<boolean> =>
    (await bus.readField(personRecord(person), fieldOf(hash))) !== undefined

  return {
    async find(cookie) {
      const session = read(cookie)
      return session !== undefined && (await isOn(session)) ? session : undefined
    },
    isOn,
    async start(person, replacing) {
      const secret = randomBytes(SECRET_BYTES).toString('base64url')
      const session = { person, hash: hashOf(secret) }
      await keep(bus, session, clock.now())
      if (replacing !== undefined) await end(replacing)
      return { session, cookie: `${person}.${secret}` }
    },
    end,
    onOver: (listener) => void listeners.push(listener),
  }
}

/** Sets the field and leaves the record's end alone, which is the person's own (`writeIfAbsent` keeps the later one). */
const keep = async (bus: Bus, session: Session, now: number): Promise<void> => {
  const key = personRecord(session.person)
  const until = await bus.endOf(key)
  if (until === undefined) throw new Refusal('no-session')
  await bus.writeIfAbsent(key, fieldOf(session.hash), JSON.stringify({ since: now }), until)
}

const read = (cookie: string | undefined): Session | undefined => {
  const [, person, secret] = COOKIE.exec(cookie ?? '') ?? []
  return person && secret ? { person, hash: hashOf(secret) } : undefined
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

const fieldOf = (hash: string): string => `session:${hash}`
