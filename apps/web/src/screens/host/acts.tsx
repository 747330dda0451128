/** What a host does for the whole room: hush, call, let more in, by nod. */
import type { DeskView, RoomView } from '@kith/protocol'
import BellOff from 'lucide-react/icons/bell-off'
import Megaphone from 'lucide-react/icons/megaphone'
import UserRoundCheck from 'lucide-react/icons/user-round-check'
import UserRoundPlus from 'lucide-react/icons/user-round-plus'
import { useState } from 'react'
import { call } from '../../client/call.ts'
import { host as words } from '../../i18n/en/host.ts'
import { useMessages } from '../../i18n/messages.ts'
import { formatTime } from '../../i18n/time.ts'
import { nowInSeconds } from '../../state/store.ts'
import { Button } from '../../ui/button.tsx'
import { DoorwayButton } from '../../ui/doorway.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SmallSwitch } from '../../ui/switch.tsx'
import { placesFor } from '../open/draft.ts'
import type { Acting } from '../room/act.ts'
import { keepFocus } from './focus.ts'
import { showDesk } from './use-desk.ts'

export interface ActsProps {
  room: RoomView
  desk: DeskView
  now: number
  acting: Acting
}

const LENGTHS = [15, 30, 45, 60] as const

export const Acts = ({ room, desk, now, acting }: ActsProps) => {
  const say = useMessages(words)
  const { code, byNod } = room.face
  const [done, setDone] = useState('')
  const admitMore = async (): Promise<void> => {
    const next = await acting.act('more', () => call('host.admitMore', { code }))
    if (next === undefined) return
    showDesk(next)
    setDone(say.moreIn(next.places.all))
  }
  return (
    <>
      <ul className="desk-acts" aria-label={say.acts}>
        <li>
          <Hush room={room} now={now} acting={acting} />
        </li>
        <li>
          <LookNow code={code} acting={acting} say={setDone} />
        </li>
        <li>
          <DoorwayButton
            icon={UserRoundPlus}
            strong={say.letMoreIn}
            soft={say.places(desk.places.left, desk.places.all, placesFor(desk.size))}
            onPress={() => void admitMore()}
          />
        </li>
        <li>
          <SmallSwitch
            card
            icon={<Icon of={UserRoundCheck} />}
            strong={say.byNod}
            soft={say.byNodWhat}
            on={byNod}
            onChange={(on) => void acting.act('nod', () => call('host.change', { code, byNod: on }))}
          />
        </li>
      </ul>
      <p role="status" className="desk-done">
        {done}
      </p>
    </>
  )
}

const Hush = ({ room, now, acting }: Omit<ActsProps, 'desk'>) => {
  const say = useMessages(words)
  const [open, setOpen] = useState(false)
  const { code, hushUntil } = room.face
  const hushed = hushUntil > now
  const hush = async (until: number): Promise<void> => {
    setOpen(false)
    keepFocus()
    await acting.act('hush', () => call('host.hush', { code, until }))
  }
  return (
    <>
      <DoorwayButton
        icon={BellOff}
        strong={hushed ? say.hushed(formatTime(hushUntil)) : say.hush}
        soft={hushed ? say.hushEnd : say.hushWhat}
        onPress={() => (hushed ? void hush(0) : setOpen(!open))}
      />
      {open && !hushed && (
        <fieldset className="desk-lengths">
          <legend>{say.hushLong}</legend>
          {LENGTHS.map((minutes) => (
            <Button key={minutes} onPress={() => void hush(nowInSeconds() + minutes * 60)}>
              {say.minutes(minutes)}
            </Button>
          ))}
        </fieldset>
      )}
    </>
  )
}

const LookNow = ({ code, acting, say: tell }: { code: string; acting: Acting; say: (words: string) => void }) => {
  const say = useMessages(words)
  const callAll = async (): Promise<void> => {
    const result = await call('host.callAll', { code })
    if (result.ok) return tell(say.lookNowDone)
    const { error } = result
    // One call in five minutes: no mistake, so no alarm.
    if (error.error === 'too-much' && error.retryAfter !== undefined) return tell(say.lookNowAgain(error.retryAfter))
    await acting.act('call', async () => result)
  }
  return <DoorwayButton icon={Megaphone} strong={say.lookNow} soft={say.lookNowWhat} onPress={() => void callAll()} />
}
