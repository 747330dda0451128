/** The host's desk: who waits, how many are in, and everything a host can do. Closing comes last. */
import { type RoomView, readCode } from '@kith/protocol'
import Clock from 'lucide-react/icons/clock'
import { useState } from 'react'
import { useParams } from 'wouter'
import { host as words } from '../../i18n/en/host.ts'
import { useMessages } from '../../i18n/messages.ts'
import { formatLeft, formatUntil } from '../../i18n/time.ts'
import { useNow, useRoom } from '../../state/hooks.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Dock, DockStatus } from '../../ui/dock.tsx'
import { BackBar, Page, PageHead } from '../../ui/page.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { type Acting, useActing } from '../room/act.ts'
import { Trouble } from '../room/trouble.tsx'
import { EveningBand } from '../try/evening-band.tsx'
import { Acts } from './acts.tsx'
import { Again } from './again.tsx'
import { Change } from './change.tsx'
import { CloseRoom } from './close.tsx'
import { DoorCards } from './door-cards.tsx'
import { keepFocus } from './focus.ts'
import { NotHost, RoomEnded } from './no-desk.tsx'
import { Numbers } from './numbers.tsx'
import { Reports } from './reports.tsx'
import { Showing } from './showing.tsx'
import { useDesk } from './use-desk.ts'
import { useHostRight } from './use-host-right.ts'
import './host.css'

const HostDesk = () => {
  const { code: written = '' } = useParams()
  const code = readCode(written) ?? written
  const room = useRoom(code)
  const right = useHostRight(code, room)
  if (room?.isHost) return <Desk room={room} />
  if (right === 'asking') return <Waiting />
  return right === 'none' ? <NotHost code={code} /> : <RoomEnded face={right} />
}

const Desk = ({ room }: { room: RoomView }) => {
  const say = useMessages(words)
  const now = useNow()
  const { face } = room
  const acting = useActing()
  const [changing, setChanging] = useState(false)
  const [changed, setChanged] = useState(false)
  const before = face.state === 'before'
  return (
    <Page
      className="desk"
      top={
        <>
          <EveningBand />
          <BackBar
            href={`/r/${face.code}`}
            words={say.room}
            end={
              <ButtonLink kind="text" href={`/r/${face.code}`}>
                {say.asGuest}
              </ButtonLink>
            }
          />
        </>
      }
      dock={
        <Dock>
          <DockStatus
            strong={before ? say.opensAt(formatUntil(face.begins, now)) : say.openUntil(formatUntil(face.ends, now))}
            {...(!before && { soft: formatLeft(face.ends - now) })}
          />
          <Button kind="plain" icon={Clock} expanded={changing} onPress={() => setChanging(!changing)}>
            {say.change}
          </Button>
        </Dock>
      }
    >
      <PageHead kicker={say.kicker} head={face.name} />
      <Trouble error={acting.trouble} onClose={acting.forgive} />
      <p role="status" className="desk-done">
        {changed && say.changed}
      </p>
      {changing && (
        <Change
          face={face}
          now={now}
          onDone={(did) => {
            setChanging(false)
            setChanged(did)
            keepFocus()
          }}
        />
      )}
      <Columns room={room} now={now} acting={acting} />
    </Page>
  )
}

const Columns = ({ room, now, acting }: { room: RoomView; now: number; acting: Acting }) => {
  const { face } = room
  const desk = useDesk(face.code)
  return (
    <div className="desk-columns">
      <div className="desk-column">
        {desk !== undefined && (
          <>
            <DoorCards desk={desk} acting={acting} />
            <Numbers desk={desk} />
            <Reports desk={desk} acting={acting} />
          </>
        )}
      </div>
      <div className="desk-column">
        {desk !== undefined && <Acts room={room} desk={desk} now={now} acting={acting} />}
        <Showing face={face} now={now} acting={acting} />
        <Again face={face} now={now} acting={acting} />
        <CloseRoom code={face.code} acting={acting} />
      </div>
    </div>
  )
}

export default HostDesk
