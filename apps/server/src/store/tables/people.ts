/** Everybody whose id stands in a row that a job may have to take away again (DATA2). */
import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import type { PersonKey, Store } from '../store.ts'

/** Whoever stands in an open report only is not among them: reports stay until closed. */
export const peopleIn = async (db: Db, after: PersonKey | undefined, limit: number): Promise<PersonKey[]> => {
  const from = after ?? ''
  const named = (table: string, column: string, where = sql`true`) => sql`
    (select distinct ${sql.ref(column)} as person from ${sql.table(table)}
     where ${sql.ref(column)} > ${from} and ${where} order by 1 limit ${limit})`
  const closed = sql`state = 'closed'`
  const { rows } = await sql<{ person: PersonKey }>`
    select person from (
      ${named('wave', 'a')} union ${named('wave', 'b')}
      union ${named('introduction', 'a')} union ${named('introduction', 'b')}
      union ${named('report', 'reporter', closed)} union ${named('report', 'about', closed)}
    ) as named order by person limit ${limit}`.execute(db)
  return rows.map(({ person }) => person)
}

/** Messages go with their introduction. */
export const forgetPersonIn = (db: Db): Store['forgetPerson'] => {
  const ofTwo = (tx: Db, table: 'wave' | 'introduction', person: PersonKey) =>
    tx.deleteFrom(table).where((row) => row.or([row('a', '=', person), row('b', '=', person)]))
  return (person) =>
    db.transaction().execute(async (tx) => {
      await ofTwo(tx, 'wave', person).execute()
      await ofTwo(tx, 'introduction', person).execute()
      await tx
        .deleteFrom('report')
        .where('state', '=', 'closed')
        .where((report) => report.or([report('reporter', '=', person), report('about', '=', person)]))
        .execute()
    })
}
