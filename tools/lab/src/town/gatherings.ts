/** Where the town gathers: the same circles in the same places week after week, cafés between, and one evening of rooms. */
import { Chance, mix } from './chance.ts'
import { chooseHotSpot } from './homes.ts'
import type { Town } from './town.ts'
import { DAY, orderOf } from './walk.ts'

/** Who came to which place when; ordered by time, in seconds from midnight before the first day, a Monday. */
export interface Visits {
  readonly times: Uint32Array
  readonly persons: Uint32Array
  readonly places: Uint32Array
}

const HOUR = 3600
const CAFES_PER_HOT_SPOT = 3
/** Circles that share a hall or a building, at their own times or not. */
const CIRCLES_PER_PLACE = 3
/** People arrive within this of each other. */
const ARRIVAL = 1800
/** Among those who come, one in eight belongs to no such circle: a guest, a newcomer. */
const STRANGERS = 0.125

/** When the circles of a kind meet (weekdays from Monday; empty: one evening of each circle's own) and who comes. */
const MEETINGS = [
  { kind: 'school', days: [0, 2], hour: 8.5, come: 0.7 },
  { kind: 'work', days: [1, 3], hour: 9, come: 0.6 },
  { kind: 'club', days: [], hour: 19, come: 0.6 },
  { kind: 'street', days: [5], hour: 15, come: 0.5 },
] as const
/** Between noon and two, somebody is in a café of one of their hot spots. */
const CAFE = { hour: 12, hours: 2, come: 0.3 }

export const makeVisits = (town: Town, days: number): Visits => {
  const chance = new Chance(town.seed, 'gatherings')
  const visits = new Rows()
  for (let day = 0; day < days; day++) {
    gather(town, day, visits, chance)
    drinkCoffee(town, day, visits, chance)
  }
  const order = orderOf(visits.times)
  return {
    times: Uint32Array.from(order, (i) => visits.times[i]!),
    persons: Uint32Array.from(order, (i) => visits.persons[i]!),
    places: Uint32Array.from(order, (i) => visits.places[i]!),
  }
}

class Rows {
  readonly times: number[] = []
  readonly persons: number[] = []
  readonly places: number[] = []

  add(time: number, person: number, place: number): void {
    this.times.push(time)
    this.persons.push(person)
    this.places.push(place)
  }
}

const gather = (town: Town, day: number, visits: Rows, chance: Chance): void => {
  let firstPlace = town.hotSpots.x.length * CAFES_PER_HOT_SPOT
  for (const { kind, days, hour, come } of MEETINGS) {
    const circle = town.circles.find((one) => one.kind === kind)!
    const places = Math.ceil(circle.count / CIRCLES_PER_PLACE)
    for (let c = 0; c < circle.count; c++) {
      const own = mix(town.seed ^ c, days.length) % 5
      if (!(days.length === 0 ? [own] : days).some((weekday) => weekday === day % 7)) continue
      const members = circle.members.subarray(circle.starts[c]!, circle.starts[c + 1]!)
      const place = firstPlace + (c % places)
      const start = day * DAY + hour * HOUR
      for (const person of whoComes(town, members, come, chance))
        visits.add(start + chance.below(ARRIVAL), person, place)
    }
    firstPlace += places
  }
}

/** Some of the circle, and some who do not belong to it. */
const whoComes = (town: Town, members: Uint32Array, come: number, chance: Chance): Set<number> => {
  const here = new Set<number>()
  for (const person of members) if (chance.happens(come)) here.add(person)
  for (let left = chance.round(here.size * STRANGERS); left > 0; left--) here.add(chance.below(town.people))
  return here
}

const drinkCoffee = (town: Town, day: number, visits: Rows, chance: Chance): void => {
  for (let person = 0; person < town.people; person++) {
    if (!chance.happens(CAFE.come)) continue
    const spot = chance.happens(0.5) ? town.homeSpots[person]! : chooseHotSpot(town.hotSpots, chance)
    const time = day * DAY + CAFE.hour * HOUR + chance.below(CAFE.hours * HOUR)
    visits.add(time, person, spot * CAFES_PER_HOT_SPOT + chance.below(CAFES_PER_HOT_SPOT))
  }
}

/** Nobody, in `makeRooms`. */
export const NO_ROOM = 0xffffffff
/** The part of the town that is in a room. */
const IN_ROOMS = 0.6
/** Who of a circle comes to its evening; of a district, to its meeting. */
const EVENING = { street: 0.5, school: 0.6, work: 0.6, club: 0.7, district: 0.12 }

/** One evening, everybody in their room at once: the room of each person, or `NO_ROOM`. Rooms are 0, 1, 2 and so on. */
export const makeRooms = (town: Town): Uint32Array => {
  const chance = new Chance(town.seed, 'rooms')
  const rooms = new Uint32Array(town.people).fill(NO_ROOM)
  const all = town.circles.flatMap((circle, kind) => Array.from({ length: circle.count }, (_, c) => ({ kind, c })))
  const order = Uint32Array.from(all.keys())
  chance.shuffle(order)
  let inside = 0
  let room = 0
  for (const index of order) {
    const { kind, c } = all[index]!
    const circle = town.circles[kind]!
    const members = circle.members.subarray(circle.starts[c]!, circle.starts[c + 1]!)
    const here = [...whoComes(town, members, EVENING[circle.kind], chance)].filter((one) => rooms[one] === NO_ROOM)
    if (here.length < 2) continue
    for (const person of here) rooms[person] = room
    room++
    inside += here.length
    if (inside >= IN_ROOMS * town.people) break
  }
  return rooms
}
