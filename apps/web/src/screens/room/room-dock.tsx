/** The table's edge in a room: how long one is here, hushed, or without a connection; *Hush* and *Leave*. */
import type { RoomView } from '@kith/protocol'
import Bell from 'lucide-react/icons/bell'
import BellOff from 'lucide-react/icons/bell-off'
import LogOut from 'lucide-react/icons/log-out'
import { useId, useState } from 'react'
import { call } from '../../client/call.ts'
import { room as words } from '../../i18n/en/room.ts'
import { useMessages } from '../../i18n/messages.ts'
import { formatLeft, formatUntil } from '../../i18n/time.ts'
import { useConnection, useMy, useNow } from '../../state/hooks.ts'
import { nowInSeconds, store } from '../../state/store.ts'
import { Button } from '../../ui/button.tsx'
import { Dock, DockStatus } from '../../ui/dock.tsx'
import { useActing } from './act.ts'
import { Trouble } from './trouble.tsx'
import './room-dock.css'

export const RoomDock = ({ room }: { room: RoomView }) => {
  const say = useMessages(words)
  const [choosing, setChoosing] = useState(false)
  const choices = useId()
  const { act, trouble, forgive } = useActing()
  const status = useDockStatus(room)
  const hush = (until: number): void => {
    setChoosing(false)
    void act('hush', () => call('me.hush', { until }))
  }
  return (
    <Dock
      above={
        <div className="hush-choices" id={choices}>
          {choosing && <HushChoices until={room.until} onChoose={hush} />}
          <Trouble error={trouble} onClose={forgive} />
        </div>
      }
    >
      <DockStatus {...status.words} />
      {status.hushedByMe && (
        <Button kind="plain" icon={Bell} onPress={() => hush(0)}>
          {say.endHush}
        </Button>
      )}
      {status.canHush && (
        <Button
          kind="plain"
          icon={BellOff}
          expanded={choosing}
          controls={choices}
          onPress={() => setChoosing(!choosing)}
        >
          {say.hush}
        </Button>
      )}
      <Button kind="plain" icon={LogOut} onPress={() => store.leave(room.face.code)}>
        {say.leave}
      </Button>
    </Dock>
  )
}

const HushChoices = ({ until, onChoose }: { until: number; onChoose: (until: number) => void }) => {
  const say = useMessages(words)
  return (
    <>
      <p>{say.hushFor}</p>
      <div>
        <Button onPress={() => onChoose(nowInSeconds() + 1800)}>{say.hushHalf}</Button>
        <Button onPress={() => onChoose(nowInSeconds() + 3600)}>{say.hushHour}</Button>
        <Button onPress={() => onChoose(until)}>{say.hushAll}</Button>
      </div>
    </>
  )
}

interface Status {
  readonly words: { readonly strong: string; readonly soft: string }
  readonly hushedByMe: boolean
  readonly canHush: boolean
}

const useDockStatus = (room: RoomView): Status => {
  const say = useMessages(words)
  const now = useNow()
  const { state, asOf } = useConnection()
  const mine = useMy()?.hushUntil ?? 0
  const hosts = room.face.hushUntil
  if (state === 'offline') {
    const words = { strong: say.noConnection, soft: say.asOf(formatUntil(asOf, now)) }
    return { words, hushedByMe: false, canHush: false }
  }
  const hushedByMe = mine > now
  if (hushedByMe || hosts > now) {
    const strong = say.hushedUntil(formatUntil(Math.max(mine, hosts), now))
    return { words: { strong, soft: hosts > now ? say.hushedByHost : say.hushed }, hushedByMe, canHush: false }
  }
  const strong = say.hereUntil(formatUntil(room.until, now))
  return { words: { strong, soft: formatLeft(room.until - now) }, hushedByMe, canHush: true }
}
