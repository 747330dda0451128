/** The tables of migrations/, as Kysely sees them. */
import type { PairRecord, WaveRecord } from '@kith/engine/rules'
import type { Generated, GeneratedAlways, Kysely } from 'kysely'

export interface RoomTable {
  id: string
  code: string
  name: string
  size: number
  begins: number
  ends: number
  closed_at: number | null
  over_at: GeneratedAlways<number>
  topics: string[]
  spots: string[]
  by_nod: boolean
  host_key_hash: string
  host_name: string
  made_up: boolean
}

export interface PairTable {
  key: string
  record: PairRecord
  keep_until: number | null
}

export interface WaveTable {
  id: string
  a: string
  b: string
  wave: WaveRecord
}

export interface IntroductionTable {
  id: string
  a: string
  b: string
  day: string
  room_name: string
  more_a: number
  more_b: number
  met_a: Said
  met_b: Said
  meeting_id: string | null
  last_a: Generated<number>
  last_b: Generated<number>
  read_a: Generated<number>
  read_b: Generated<number>
}

type Said = 'not-said' | 'met' | 'not-this-time'

export interface MessageTable {
  conversation: string
  seq_a: number | null
  seq_b: number | null
  sender: string
  client_id: string
  text: string
  sent_at: number
}

export interface ReportTable {
  id: string
  room_id: string
  reporter: string
  about: string
  text: string
  at: number
  state: 'open' | 'closed'
}

export interface Schema {
  room: RoomTable
  pair: PairTable
  wave: WaveTable
  introduction: IntroductionTable
  message: MessageTable
  report: ReportTable
}

export type Db = Kysely<Schema>
