/** Before the doors open: topics and people can be brought already, and the code can be shown. */
import type { RoomView } from '@kith/protocol'
import MessageCircle from 'lucide-react/icons/message-circle'
import Users from 'lucide-react/icons/users-round'
import { room as words } from '../../i18n/en/room.ts'
import { useMessages } from '../../i18n/messages.ts'
import { formatDay, formatTime } from '../../i18n/time.ts'
import { useMy, useNow } from '../../state/hooks.ts'
import { store } from '../../state/store.ts'
import { Button } from '../../ui/button.tsx'
import { Dock, DockStatus } from '../../ui/dock.tsx'
import { Doorway } from '../../ui/doorway.tsx'
import { PageHead } from '../../ui/page.tsx'
import { Frame } from './frame.tsx'
import { HostLine } from './host-line.tsx'
import { OtherWays, ShowCode } from './show-code.tsx'

export const Before = ({ room }: { room: RoomView }) => {
  const say = useMessages(words)
  const now = useNow()
  const { face } = room
  const when = `${formatDay(face.begins, now)} ${formatTime(face.begins)}`
  return (
    <Frame
      madeUp={face.madeUp}
      className="room-before"
      dock={
        <Dock>
          <DockStatus strong={say.beforeThen} />
          <Button kind="plain" onPress={() => store.leave(face.code)}>
            {say.leaveBefore}
          </Button>
        </Dock>
      }
    >
      <PageHead
        kicker={face.name}
        head={say.doorsOpen(when)}
        lead={say.beforeWhat}
        note={say.openedBy(face.hostName)}
      />
      <HostLine room={room} />
      <ToDo room={room} />
      <ShowCode face={face} />
      <OtherWays face={face} />
    </Frame>
  )
}

const ToDo = ({ room }: { room: RoomView }) => {
  const say = useMessages(words)
  const brought = (useMy()?.list?.entries ?? 0) > 0
  return (
    <div className="k-doors">
      <Doorway
        primary={room.tapped === null}
        icon={MessageCircle}
        strong={room.tapped === null ? say.topicsHead : say.doneTopics}
        soft={room.tapped === null ? say.topicsHow : undefined}
        href={`/r/${room.face.code}/topics`}
      />
      <Doorway
        primary={room.tapped !== null && !brought}
        icon={Users}
        strong={brought ? say.donePeople : say.bring}
        soft={brought ? undefined : say.notBrought}
        href={`/r/${room.face.code}/bring`}
      />
    </div>
  )
}
