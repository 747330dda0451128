/**
 * Messages, in order and once (CONV2). Each of the two counts what they can see of a conversation 1, 2, 3 …, so that a
 * message hidden from one leaves no gap there that would tell of it (REV6). Whoever adds holds the conversation's row
 * until it has committed: a seq that can be seen has all smaller ones before it.
 */
import type { Selectable } from 'kysely'
import { StoreError } from '../errors.ts'
import type { Db, IntroductionTable, MessageTable } from '../schema.ts'
import type { Store, StoredMessage } from '../store.ts'

export const messagesIn = (db: Db): Store['messages'] => ({
  add: (message) => db.transaction().execute((tx) => add(tx, message)),

  list: async (conversation, reader, after, limit) => {
    const talk = await conversationOf(db, conversation, reader)
    if (!talk) return []
    const seq = SEQ[talk.side]
    const rows = await seenIn(db, conversation).where(seq, '>', after).orderBy(seq).limit(limit).execute()
    return rows.map((row) => asSeen(row, talk.side))
  },

  last: async (conversation, reader) => {
    const talk = await conversationOf(db, conversation, reader)
    if (!talk) return undefined
    const seq = SEQ[talk.side]
    const row = await seenIn(db, conversation).where(seq, '>', 0).orderBy(seq, 'desc').limit(1).executeTakeFirst()
    return row && asSeen(row, talk.side)
  },

  markRead: async (conversation, reader, seq) => {
    const talk = await conversationOf(db, conversation, reader)
    if (!talk) return
    const [last, read] = [`last_${talk.side}`, `read_${talk.side}`] as const
    await db
      .updateTable('introduction')
      .set(({ fn, ref, val }) => {
        // Nobody has read what is not there yet.
        const reached = fn<number>('least', [val(seq), ref(last)])
        return { [read]: fn<number>('greatest', [ref(read), reached]) }
      })
      .where('id', '=', conversation)
      .execute()
  },

  readUpTo: async (conversation, reader) => (await conversationOf(db, conversation, reader))?.read ?? 0,

  unread: async (conversation, reader) => {
    const talk = await conversationOf(db, conversation, reader)
    if (!talk) return 0
    const { unread } = await db
      .selectFrom('message')
      .select(({ fn }) => fn.countAll<number>().as('unread'))
      .where('conversation', '=', conversation)
      .where(SEQ[talk.side], '>', talk.read)
      .where('sender', '!=', reader)
      .executeTakeFirstOrThrow()
    return unread
  },
})

type Side = 'a' | 'b'

const SEQ = { a: 'seq_a', b: 'seq_b' } as const

const seenIn = (db: Db, conversation: string) =>
  db.selectFrom('message').selectAll().where('conversation', '=', conversation)

const conversationOf = async (
  db: Db,
  id: string,
  reader: string,
): Promise<{ side: Side; read: number } | undefined> => {
  const row = await db
    .selectFrom('introduction')
    .select(['a', 'b', 'read_a', 'read_b'])
    .where('id', '=', id)
    .executeTakeFirst()
  const side = row && sideOf(row, reader)
  return side && { side, read: row[`read_${side}`] }
}

const sideOf = ({ a, b }: { a: string; b: string }, person: string): Side | undefined =>
  person === a ? 'a' : person === b ? 'b' : undefined

type Added = Awaited<ReturnType<Store['messages']['add']>>

const add = async (tx: Db, message: Omit<StoredMessage, 'seq'>): Promise<Added> => {
  const { conversation, sender, clientId } = message
  const talk = await tx
    .selectFrom('introduction')
    .select(['a', 'b', 'last_a', 'last_b'])
    .where('id', '=', conversation)
    .forUpdate()
    .executeTakeFirst()
  const side = talk && sideOf(talk, sender)
  if (!side) throw new StoreError('nobody can write in a conversation that is not theirs, or not there any more')
  const known = await seenIn(tx, conversation)
    .where('sender', '=', sender)
    .where('client_id', '=', clientId)
    .executeTakeFirst()
  if (known) return added(known, side, false)
  return added(await write(tx, talk, side, message), side, true)
}

type Counts = Pick<Selectable<IntroductionTable>, 'last_a' | 'last_b'>

const write = async (tx: Db, talk: Counts, side: Side, message: Omit<StoredMessage, 'seq'>) => {
  const { conversation, sender, clientId, text, sentAt, onlyForSender } = message
  const seen = { a: side === 'a' || !onlyForSender, b: side === 'b' || !onlyForSender }
  const [last_a, last_b] = [talk.last_a + Number(seen.a), talk.last_b + Number(seen.b)]
  const seqs = { seq_a: seen.a ? last_a : null, seq_b: seen.b ? last_b : null }
  const row = { conversation, ...seqs, sender, client_id: clientId, text, sent_at: sentAt }
  await tx.insertInto('message').values(row).execute()
  await tx.updateTable('introduction').set({ last_a, last_b }).where('id', '=', conversation).execute()
  return row
}

const added = (row: Selectable<MessageTable>, side: Side, isNew: boolean): Added => {
  const seqForOther = side === 'a' ? row.seq_b : row.seq_a
  return { message: asSeen(row, side), ...(seqForOther !== null && { seqForOther }), isNew }
}

const asSeen = (row: Selectable<MessageTable>, side: Side): StoredMessage => ({
  conversation: row.conversation,
  seq: row[SEQ[side]]!,
  sender: row.sender,
  clientId: row.client_id,
  text: row.text,
  sentAt: row.sent_at,
  onlyForSender: row.seq_a === null || row.seq_b === null,
})
