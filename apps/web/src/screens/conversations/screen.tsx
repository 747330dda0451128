/** All conversations (29), the latest first, with what this device has not sent yet. Works offline. */
import type { IntroductionView, RoomView } from '@kith/protocol'
import { useState } from 'react'
import { talk as words } from '../../i18n/en/talk.ts'
import { useMessages } from '../../i18n/messages.ts'
import { formatUntil, formatWhen } from '../../i18n/time.ts'
import { useMy, useNow, useSession, useSnapshot, useUnsent } from '../../state/hooks.ts'
import { threadOf } from '../../state/threads.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { SearchField } from '../../ui/field.tsx'
import { TopBar } from '../../ui/page.tsx'
import { ConversationRow, Rows } from '../../ui/person-row.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { useNameOf } from '../introduction/person.ts'
import { Frame } from '../room/frame.tsx'
import { RoomDock } from '../room/room-dock.tsx'
import { latestFirst, matches } from './order.ts'
import './conversations.css'

const Conversations = () => {
  const my = useMy()
  const session = useSession()
  if (my === undefined && session === 'unknown') return <Waiting />
  const room = my?.rooms.find(({ face }) => face.state === 'open')
  return (
    <Frame
      madeUp={room?.face.madeUp ?? false}
      className="conversations"
      top={<TopBar current="talk" />}
      dock={room && <RoomDock room={room} />}
    >
      {my === undefined || my.introductions.length === 0 ? <None room={room} /> : <List all={my.introductions} />}
    </Frame>
  )
}

export default Conversations

const None = ({ room }: { room: RoomView | undefined }) => {
  const say = useMessages(words)
  return (
    <>
      <h1 tabIndex={-1}>{say.emptyHead}</h1>
      <p className="k-lead">{say.note}</p>
      {room === undefined ? (
        <ButtonLink kind="primary" href="/join">
          {say.toDoor}
        </ButtonLink>
      ) : (
        <ButtonLink kind="primary" href={`/r/${room.face.code}`}>
          {say.toRoom}
        </ButtonLink>
      )}
    </>
  )
}

const List = ({ all }: { all: readonly IntroductionView[] }) => {
  const say = useMessages(words)
  const [wanted, setWanted] = useState('')
  const threads = useSnapshot((snapshot) => snapshot.threads)
  const shown = latestFirst(all).filter((one) => matches(one, threadOf(threads, one.id).messages, wanted))
  return (
    <>
      <h1 tabIndex={-1}>{say.talk}</h1>
      <SearchField label={say.search} value={wanted} onChange={setWanted} />
      {shown.length > 0 && (
        <Rows label={say.talk}>
          {shown.map((one) => (
            <Row key={one.id} one={one} />
          ))}
        </Rows>
      )}
      <p className="k-note" role="status">
        {shown.length === 0 && say.nothingFound}
      </p>
      <p className="k-note">{say.note}</p>
    </>
  )
}

const Row = ({ one }: { one: IntroductionView }) => {
  const say = useMessages(words)
  const now = useNow(60_000)
  const name = useNameOf(one)
  return (
    <ConversationRow
      href={`/i/${one.id}/talk`}
      name={name}
      last={useLastWords(one, now)}
      when={formatWhen(one.last?.sentAt ?? Date.parse(`${one.day}T12:00:00`) / 1000, now)}
      fresh={one.unread > 0 ? say.newOnes(one.unread) : undefined}
      gone={one.gone}
    />
  )
}

const useLastWords = (one: IntroductionView, now: number): string => {
  const say = useMessages(words)
  const unsent = useUnsent(one.id).at(-1)
  if (unsent !== undefined && unsent.state !== 'sending') return say.unsent(unsent.text)
  if (one.gone) return say.goneWords
  if (one.last !== undefined) return one.last.mine ? say.you(one.last.text) : one.last.text
  return one.until === undefined ? say.nothingYet : `${say.nothingYet} ${say.keptUntil(formatUntil(one.until, now))}`
}
