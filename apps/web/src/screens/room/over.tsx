/** After a room: it has ended, one has left it, one's time is over, or one was removed. */
import type { RoomFace } from '@kith/protocol'
import MessageCircle from 'lucide-react/icons/message-circle'
import { room as words } from '../../i18n/en/room.ts'
import { useMessages } from '../../i18n/messages.ts'
import { formatUntil } from '../../i18n/time.ts'
import { useConnection, useMy, useNow } from '../../state/hooks.ts'
import type { RoomOver } from '../../state/snapshot.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Dock } from '../../ui/dock.tsx'
import { Doorway } from '../../ui/doorway.tsx'
import { PageHead } from '../../ui/page.tsx'
import { Frame } from './frame.tsx'
import { Waves } from './waves.tsx'

/** Guests, and what they wrote, are kept so long after their last room (DATA2). */
const KEPT_S = 86_400

export type OverProps =
  | { face: RoomFace; why: 'ended' | 'removed' }
  | { code: string; face: RoomFace | undefined; why: RoomOver }

export const Over = (props: OverProps) => {
  const { face, why } = props
  const code = 'code' in props ? props.code : props.face.code
  const say = useMessages(words)
  const comesBack = why === 'left' || why === 'time'
  const { head, lead } = useOverWords(face, why)
  return (
    <Frame
      madeUp={face?.madeUp ?? false}
      className="room-short"
      dock={
        <Dock form="stack">
          <ButtonLink kind="primary" block href={comesBack ? `/join/${code}` : '/join'}>
            {comesBack ? say.comeBack : say.joinAnother}
          </ButtonLink>
          <ButtonLink block href="/">
            {say.firstPage}
          </ButtonLink>
        </Dock>
      }
    >
      <PageHead kicker={face?.name} head={head} lead={lead} />
      <div className="room-things">
        <Waves code={code} />
        <GoOn code={code} />
      </div>
    </Frame>
  )
}

const useOverWords = (face: RoomFace | undefined, why: RoomOver): { head: string; lead: string } => {
  const say = useMessages(words)
  const now = useNow()
  const offline = useConnection().state === 'offline'
  const talks = useMy()?.introductions.length ?? 0
  switch (why) {
    case 'left':
      return { head: say.left, lead: offline ? say.leftOffline : say.leftWhat }
    case 'time':
      return { head: say.timeOver, lead: say.timeOverWhat }
    case 'removed':
      return { head: say.removed, lead: say.removedWhat }
    case 'ended': {
      // For whom it has ended before its time, its end says nothing.
      const ends = face !== undefined && face.ends <= now + 60 ? face.ends : undefined
      const closed = ends === undefined ? '' : say.endedAt(formatUntil(ends, now))
      const kept = ends === undefined || talks === 0 ? '' : say.endedKept(formatUntil(ends + KEPT_S, now))
      return { head: say.ended, lead: `${closed} ${kept}`.trim() }
    }
  }
}

/** The conversations that began there. */
const GoOn = ({ code }: { code: string }) => {
  const say = useMessages(words)
  const now = useNow()
  const talks = (useMy()?.introductions ?? []).filter(({ room }) => room === code)
  const [only] = talks
  if (only === undefined) return null
  const soft = only.until === undefined ? undefined : say.untilTime(formatUntil(only.until, now))
  return (
    <div className="k-doors">
      {talks.length === 1 ? (
        <Doorway icon={MessageCircle} strong={say.talkOn(only.name)} soft={soft} href={`/i/${only.id}/talk`} />
      ) : (
        <Doorway icon={MessageCircle} strong={say.talkOn('')} soft={soft} href="/talk" />
      )}
    </div>
  )
}
