/** Same again: the room at another time, with its code, poster, name, topics and places. */
import type { RoomFace } from '@kith/protocol'
import Repeat from 'lucide-react/icons/repeat'
import { useState } from 'react'
import { call } from '../../client/call.ts'
import { host as words } from '../../i18n/en/host.ts'
import { open as openWords } from '../../i18n/en/open.ts'
import { useMessages } from '../../i18n/messages.ts'
import { formatDay, formatTime } from '../../i18n/time.ts'
import { Button } from '../../ui/button.tsx'
import { DoorwayButton } from '../../ui/doorway.tsx'
import { Card } from '../../ui/place-card.tsx'
import { LONGEST, MOST_AHEAD } from '../open/draft.ts'
import { TimeBox } from '../open/time-box.tsx'
import type { Acting } from '../room/act.ts'
import { againTimes } from './again-times.ts'
import { keepFocus } from './focus.ts'
import { keepHostKey } from './host-key.ts'
import '../open/open.css'

export interface AgainProps {
  face: RoomFace
  now: number
  acting: Acting
}

export const Again = ({ face, now, acting }: AgainProps) => {
  const say = useMessages(words)
  const sayOpen = useMessages(openWords)
  const [open, setOpen] = useState(false)
  const [times, setTimes] = useState(() => againTimes(face, now))
  const [done, setDone] = useState('')
  const at = (seconds: number): string => sayOpen.at(formatDay(seconds, now), formatTime(seconds))
  const again = async (): Promise<void> => {
    const next = await acting.act('again', () => call('host.again', { code: face.code, ...times }))
    if (next === undefined) return
    keepHostKey(face.code, next.hostKey)
    setOpen(false)
    keepFocus()
    setDone(say.againDone(sayOpen.at(formatDay(next.room.begins, now), formatTime(next.room.begins))))
  }
  return (
    <>
      <DoorwayButton icon={Repeat} strong={say.again} soft={say.againWhat} onPress={() => setOpen(!open)} />
      {open && (
        <Card label={say.againHead} className="desk-again">
          <p className="k-soft">{say.againNote}</p>
          <TimeBox
            label={sayOpen.begins}
            words={at(times.begins)}
            value={times.begins}
            onChange={(begins) =>
              begins !== undefined && setTimes({ begins, ends: begins + times.ends - times.begins })
            }
            min={Math.max(now, face.ends)}
            max={now + MOST_AHEAD}
          />
          <TimeBox
            label={sayOpen.ends}
            words={at(times.ends)}
            value={times.ends}
            onChange={(ends) => ends !== undefined && setTimes({ ...times, ends })}
            min={times.begins}
            max={times.begins + LONGEST}
          />
          <Button block pending={acting.pending.has('again')} onPress={() => void again()}>
            {say.againDo}
          </Button>
        </Card>
      )}
      <p role="status" className="desk-done">
        {done}
      </p>
    </>
  )
}
