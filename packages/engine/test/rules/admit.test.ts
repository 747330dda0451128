import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Admission,
  type Arrival,
  addPlaces,
  admit,
  openAdmission,
  ROOM_SIZES,
  type Seconds,
} from '../../src/rules/index.ts'
import { hours, justBefore, NOON } from './people.ts'

const from = (address: string, more: Partial<Arrival> = {}): Arrival => ({
  address,
  hostsAddress: false,
  answered: false,
  ...more,
})

/** So many guests of one address come, all let in. */
const crowd = (admission: Admission, guests: number, arrival: (i: number) => Arrival, at = NOON): Admission => {
  let now = admission
  for (let i = 0; i < guests; i++) {
    const result = admit(now, arrival(i), at)
    if (!result.ok) throw new Error(`guest ${i} waits: ${result.waits}`)
    now = result.admission
  }
  return now
}

const each = (i: number): Arrival => from(`address ${i}`)
const allFrom = (address: string) => () => from(address)

describe('who may come in', () => {
  it.each([
    [10, 15],
    [40, 60],
    [150, 225],
    [600, 900],
    [5000, 7500],
  ] as const)('GST1 a room for about %i admits %i guests', (size, places) => {
    expect(openAdmission(size).places).toBe(places)
  })

  it('GST1 the 16th guest of a room for 10 waits, also when nodded to, until the host adds as many again', () => {
    const full = crowd(openAdmission(10), 15, each)
    expect(admit(full, from('another'), NOON)).toEqual({ ok: false, waits: 'full' })
    expect(admit(full, from('another', { answered: true, hostsAddress: true }), NOON)).toMatchObject({ waits: 'full' })
    const more = addPlaces(full)
    expect(more.places).toBe(30)
    expect(addPlaces(more).places).toBe(45)
    const again = crowd(more, 15, (i) => from(`later ${i}`))
    expect(admit(again, from('another'), NOON)).toEqual({ ok: false, waits: 'full' })
  })

  it('GST1 in a small room six of one address come in, and the seventh waits', () => {
    const six = crowd(openAdmission(10), 6, allFrom('flat'))
    expect(admit(six, from('flat'), NOON)).toEqual({ ok: false, waits: 'address' })
    expect(admit(six, from('elsewhere'), NOON)).toMatchObject({ ok: true })
  })

  it('GST1 a quarter of 60 places is not over a quarter: the 16th of an address comes in, the 17th waits', () => {
    const quarter = crowd(openAdmission(40), 15, allFrom('campus'))
    const over = crowd(quarter, 1, allFrom('campus'))
    expect(admit(over, from('campus'), NOON)).toEqual({ ok: false, waits: 'address' })
  })

  it('GST1 a quarter of 225 places is 56.25: the 57th of an address comes in, the 58th waits', () => {
    const over = crowd(openAdmission(150), 57, allFrom('campus'))
    expect(admit(over, from('campus'), NOON)).toEqual({ ok: false, waits: 'address' })
  })

  it('GST1 the host answers for one guest, and for one only', () => {
    const six = crowd(openAdmission(10), 6, allFrom('flat'))
    const seven = crowd(six, 1, () => from('flat', { answered: true }))
    expect(admit(seven, from('flat'), NOON)).toEqual({ ok: false, waits: 'address' })
  })

  it("GST1 the host's own address has no share, only the places", () => {
    const full = crowd(openAdmission(10), 15, () => from('hall', { hostsAddress: true }))
    expect(full.joins).toBe(15)
  })

  it('GST1 after exactly an hour the address may send guests again, and places stay taken', () => {
    const six = crowd(openAdmission(10), 6, allFrom('flat'))
    expect(admit(six, from('flat'), justBefore(hours(1)))).toEqual({ ok: false, waits: 'address' })
    expect(crowd(six, 6, allFrom('flat'), hours(1)).joins).toBe(12)
  })

  it('GST1 addresses are forgotten an hour after their last guest', () => {
    const later = crowd(crowd(openAdmission(10), 2, each), 1, allFrom('flat'), hours(1))
    expect(Object.keys(later.byAddress)).toEqual(['flat'])
  })

  it('GST2 by nod, each guest waits for the host; the places come first', () => {
    const room = openAdmission(10, true)
    expect(admit(room, from('a'), NOON)).toEqual({ ok: false, waits: 'nod' })
    expect(admit(room, from('a', { hostsAddress: true }), NOON)).toEqual({ ok: false, waits: 'nod' })
    const full = crowd(room, 15, (i) => from(`${i}`, { answered: true }))
    expect(admit(full, from('a'), NOON)).toEqual({ ok: false, waits: 'full' })
  })
})

const coming = fc.record({
  address: fc.constantFrom('w', 'w', 'w', 'x', 'y', 'z'),
  hostsAddress: fc.constant(false),
  answered: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  wait: fc.oneof({ weight: 9, arbitrary: fc.nat(120) }, { weight: 1, arbitrary: fc.nat(3600) }),
  adds: fc.integer({ min: 0, max: 40 }).map((n) => n === 0),
})

describe('all who ever came in', () => {
  it('GST1 never more than the places, and of an address never over its share in an hour without an answer', () => {
    let refused = { full: 0, address: 0, nod: 0 }
    fc.assert(
      fc.property(
        fc.constantFrom(...ROOM_SIZES.slice(0, 2)),
        fc.array(coming, { minLength: 30, maxLength: 150, size: 'max' }),
        (size, all) => {
          let room = openAdmission(size)
          let places = size * 1.5
          let now = NOON as number
          const log: { address: string; at: number }[] = []
          for (const { wait, adds, ...arrival } of all) {
            now += wait
            if (adds) {
              room = addPlaces(room)
              places += size * 1.5
            }
            const result = admit(room, arrival, now as Seconds)
            if (!result.ok) {
              refused = { ...refused, [result.waits]: refused[result.waits] + 1 }
              continue
            }
            room = result.admission
            const ofThem = log.filter(({ address, at }) => address === arrival.address && now - at < 3600).length
            if (!arrival.answered) expect(ofThem < 6 || ofThem <= places / 4).toBe(true)
            log.push({ address: arrival.address, at: now })
            expect(log.length).toBeLessThanOrEqual(places)
            expect(room.joins).toBe(log.length)
          }
        },
      ),
      { seed: 3 },
    )
    expect(refused.full).toBeGreaterThan(20)
    expect(refused.address).toBeGreaterThan(20)
    expect(refused.nod).toBe(0)
  })
})
