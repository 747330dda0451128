/** Inside an open room: its head, its people or why there are none yet, and what would help. */
import type { RoomView } from '@kith/protocol'
import { useState } from 'react'
import { room as words } from '../../i18n/en/room.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useNow } from '../../state/hooks.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { CodeInline, QrCode } from '../../ui/code.tsx'
import { Gathering } from '../../ui/gathering.tsx'
import { PlaceCard } from '../../ui/place-card.tsx'
import { Arrivals } from './arrivals.tsx'
import { BringPrompt, MoreDoors } from './bring.tsx'
import { Frame } from './frame.tsx'
import { HostLine } from './host-line.tsx'
import { roomLink } from './link.ts'
import { People } from './people.tsx'
import { Pocket } from './pocket.tsx'
import { RoomDock } from './room-dock.tsx'
import { OtherWays, ShowCode } from './show-code.tsx'
import { Topics } from './topics.tsx'
import { Waves } from './waves.tsx'

export const Here = ({ room }: { room: RoomView }) => {
  const alone = room.face.people <= 1 && room.cards.length === 0
  return (
    <Frame
      madeUp={room.face.madeUp}
      className={alone ? 'room-empty' : room.cards.length === 0 ? 'room-nobody' : 'room-full'}
      dock={<RoomDock room={room} />}
    >
      <Arrivals cards={room.cards.length} />
      {alone ? <Empty room={room} /> : room.cards.length === 0 ? <Nobody room={room} /> : <Full room={room} />}
    </Frame>
  )
}

/** 02: the code at once, and something to do meanwhile. */
const Empty = ({ room }: { room: RoomView }) => {
  const say = useMessages(words)
  const bring = room.sealed ? null : (
    <ButtonLink kind="primary" block href={`/r/${room.face.code}/bring`}>
      {say.bringWhileWaiting}
    </ButtonLink>
  )
  return (
    <>
      <div className="room-words">
        <p className="k-note">{room.face.name}</p>
        <h1 tabIndex={-1}>{say.first}</h1>
        <p className="k-lead room-wide">{say.firstHow(location.host)}</p>
        <HostLine room={room} />
        <Waves code={room.face.code} />
      </div>
      <ShowCode face={room.face} />
      <div className="room-after">
        <OtherWays face={room.face} />
        {bring}
        {room.face.topics.length > 0 && <Topics room={room} primary={bring === null} />}
      </div>
    </>
  )
}

/** 23b: people are here, and none of them shares a friend or a topic so far. */
const Nobody = ({ room }: { room: RoomView }) => {
  const say = useMessages(words)
  const [showing, setShowing] = useState(false)
  const { brought, people } = room.face
  const canBring = !room.sealed && room.sealingsLeft > 0
  return (
    <>
      <div className="room-words">
        <p className="k-note">{room.face.name}</p>
        <h1 tabIndex={-1}>{room.sealed ? say.noFriendsYet : say.peopleHere(people)}</h1>
        {room.sealed ? (
          <p className="k-lead">{brought >= 5 ? say.noFriendsYetBrought(brought) : say.noFriendsYetFew}</p>
        ) : (
          brought >= 5 && <p className="k-lead">{say.broughtSum(brought)}</p>
        )}
        <p className="k-soft">
          {room.sealed && `${say.peopleHere(people)}.`} {people < 10 && say.fewPeople}
        </p>
        <HostLine room={room} />
        <Gathering others={Math.min(6, Math.max(1, people - 1))} />
      </div>
      <div className="room-things">
        <Waves code={room.face.code} />
        <BringPrompt room={room} primary />
        <Topics room={room} primary={!canBring} />
        <MoreDoors room={room} onShowCode={() => setShowing(!showing)} />
        {showing && <ShowCode face={room.face} />}
        <Pocket />
      </div>
    </>
  )
}

/** 03 and 23: the people. */
const Full = ({ room }: { room: RoomView }) => {
  const say = useMessages(words)
  const { face } = room
  const now = useNow(60_000)
  const friends = room.cards.some(({ step }) => step > 0)
  return (
    <>
      <div className="room-words">
        <p className="k-note">{face.name}</p>
        <h1 tabIndex={-1}>{say.peopleToGreet(room.cards.length)}</h1>
        <p className="k-note">
          {say.openedBy(face.hostName)}{' '}
          <span className="room-narrow">
            {say.letters} <CodeInline code={face.code} />
          </span>
        </p>
        {room.sealed && !friends && (
          <p>
            {say.noFriendsYet}. {face.brought >= 5 ? say.noFriendsYetBrought(face.brought) : say.noFriendsYetFew}
          </p>
        )}
        <p className="k-note">
          {say.peopleHere(face.people)}. {face.people < 10 && say.fewPeople}
        </p>
        <HostLine room={room} />
        <MiniCode code={face.code} />
      </div>
      <div className="room-things">
        <Waves code={face.code} />
        {!friends && <BringPrompt room={room} primary />}
        <People room={room} />
        {friends && <BringPrompt room={room} primary={false} />}
        {room.tapped === null && face.ends > now && <Topics room={room} primary={false} />}
        <Pocket />
      </div>
    </>
  )
}

const MiniCode = ({ code }: { code: string }) => {
  const say = useMessages(words)
  return (
    <PlaceCard className="room-wide room-mini-code" label={say.code}>
      <QrCode link={roomLink(code)} />
      <p>{say.someoneMissing}</p>
      <p className="room-mini-letters">
        <CodeInline code={code} />
      </p>
    </PlaceCard>
  )
}
