/** The button at the thumb, what it sends, and how often it can be pressed here (CON4). */
import type { RoomView } from '@kith/protocol'
import type { Preview } from '../../device/people/messages.ts'
import { bring } from '../../i18n/en/bring.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Dock } from '../../ui/dock.tsx'

export interface BringDockProps {
  preview: Preview | undefined
  room: RoomView | undefined
  trouble: string | undefined
  isReading: boolean
  onBring: () => void
}

export const BringDock = ({ preview, room, trouble, isReading, onBring }: BringDockProps) => {
  const say = useMessages(bring)
  if (preview === undefined || preview.books.length === 0) return null
  const { people } = preview
  const label = room === undefined ? say.keep : room.sealingsLeft > 0 ? say.show : say.keepForNext
  return (
    <Dock form="stack">
      {trouble !== undefined && (
        <p className="bring-trouble" role="alert">
          {trouble}
        </p>
      )}
      {people > 0 ? (
        <Button kind="primary" block disabled={isReading} onPress={onBring}>
          {label}
        </Button>
      ) : (
        <p>{say.nobodyYet}</p>
      )}
      {people > 0 && <Notes marks={preview.identifiers} room={room} />}
    </Dock>
  )
}

const Notes = ({ marks, room }: { marks: number; room: RoomView | undefined }) => {
  const say = useMessages(bring)
  return (
    <p className="k-note">
      {say.sentHelp(marks)} {room && <span>{timesLeft(room.sealingsLeft, say)}</span>}
    </p>
  )
}

const timesLeft = (left: number, say: typeof bring): string => {
  if (left === 0) return say.noneLeft
  return left === 1 ? say.lastTime : say.onceMore(left - 1)
}
