/** The store on a real PostgreSQL server. */
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createPostgresStore } from '../../src/store/postgres.ts'
import { describeWith } from '../services/missing.ts'
import { POSTGRES, postgresPrograms, type RunningPostgres, startPostgres } from '../services/postgres.ts'
import { storeContract } from './contract.ts'
import { migrationContract } from './migrations.ts'
import { newIntroduction, newMessage, newWave } from './people.ts'

const programs = postgresPrograms()

describeWith(programs !== undefined, POSTGRES, () => {
  let server: RunningPostgres
  let url: string

  beforeAll(async () => {
    server = await startPostgres(programs!)
    url = await server.createDatabase()
  }, 120_000)
  afterAll(() => server?.[Symbol.asyncDispose](), 120_000)

  storeContract(() => createPostgresStore({ url }))

  describe('migrations', () => {
    migrationContract(async () => {
      const client = await connect(await server.createDatabase())
      return {
        run: async (sql) => {
          const result = await client.query(sql)
          return ([result].flat().at(-1)?.rows ?? []) as Record<string, unknown>[]
        },
      }
    })

    test('of several that start at once one migrates, and the others wait for it', async () => {
      const empty = await server.createDatabase()
      const lines: string[] = []
      const log = { info: (line: string) => lines.push(line), warn: (line: string) => lines.push(line) }
      const stores = await Promise.all(Array.from({ length: 4 }, () => createPostgresStore({ url: empty, log })))
      await Promise.all(stores.map((store) => store.ping()))
      await Promise.all(stores.map((store) => store[Symbol.asyncDispose]()))
      expect(lines).toEqual(['store: applied migration 0001-rooms-pairs-waves-introductions.sql'])
    })
  })

  test('CONV2 two processes that write in one conversation leave no gap', async () => {
    const stores = [await createPostgresStore({ url }), await createPostgresStore({ url })] as const
    const talk = newIntroduction()
    await stores[0].introductions.add(talk, newWave(talk))
    const work = Array.from({ length: 40 }, (_, i) => stores[i % 2]!.messages.add(newMessage(talk.id, talk.a)))
    await Promise.all(work)
    const seqs = (await stores[1].messages.list(talk.id, talk.b, 0, 100)).map(({ seq }) => seq)
    expect(seqs).toEqual(work.map((_, i) => i + 1))
    await Promise.all(stores.map((store) => store[Symbol.asyncDispose]()))
  })

  test('connections that the server ends are replaced', async () => {
    const store = await createPostgresStore({ url })
    await store.ping()
    const client = await connect(url)
    const others = `select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'kith' and datname = current_database() and pid <> pg_backend_pid()`
    // One in the middle of a query, one idle.
    const busy = store.messages.unread('nobody', 'nobody').catch(() => {})
    await client.query(others)
    await busy
    await client.query(others)
    await expect.poll(() => store.ping().then(() => 'answers', String), { timeout: 5000 }).toBe('answers')
    await store[Symbol.asyncDispose]()
  })

  test('a server that is not there, and an address that is none, are said without the password', async () => {
    const absent = 'postgres://ana:fig-tree@127.0.0.1:1/kith'
    await expect(createPostgresStore({ url: absent })).rejects.toThrow('the database refused: ECONNREFUSED')
    const error = await createPostgresStore({ url: 'postgres://ana:fig-tree@host:port:1/x' }).catch(String)
    expect(error).toContain('is not of the form postgres://')
    expect(error).not.toContain('fig-tree')
  })

  test('PRES3 DATA4 the tables have a column for nothing but what is listed here', async () => {
    const client = await connect(url)
    const { rows } = await client.query<{ columns: string }>(
      `select table_name || ': ' || string_agg(column_name, ' ' order by ordinal_position) as columns
       from information_schema.columns where table_schema = 'public' group by table_name order by table_name`,
    )
    expect(rows.map(({ columns }) => columns)).toEqual([
      'introduction: id a b day room_name more_a more_b met_a met_b meeting_id last_a last_b read_a read_b',
      'message: conversation seq_a seq_b sender client_id text sent_at',
      'migration: number file hash',
      'pair: key record keep_until',
      'report: id room_id reporter about text at state',
      'room: id code name size begins ends closed_at over_at topics spots by_nod host_key_hash host_name made_up',
      'wave: id a b wave',
    ])
  })
})

const connect = async (url: string): Promise<Client> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  onTestFinished(() => client.end())
  return client
}
