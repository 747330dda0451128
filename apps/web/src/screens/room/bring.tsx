/** Doors to bringing one's people, and the sealing of what was brought and does not count here yet (CON4). */
import type { RoomView } from '@kith/protocol'
import QrCode from 'lucide-react/icons/qr-code'
import Users from 'lucide-react/icons/users-round'
import { call } from '../../client/call.ts'
import { room as words } from '../../i18n/en/room.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useMy } from '../../state/hooks.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Doorway, DoorwayButton } from '../../ui/doorway.tsx'
import { Card } from '../../ui/place-card.tsx'
import { useActing } from './act.ts'
import { Trouble } from './trouble.tsx'

/** Whoever has not brought theirs, or has and did not ask yet, is told what it would be good for. */
export const BringPrompt = ({ room, primary }: { room: RoomView; primary: boolean }) => {
  const say = useMessages(words)
  const brought = (useMy()?.list?.entries ?? 0) > 0
  const { act, pending, trouble, forgive } = useActing()
  const { code } = room.face
  if (room.sealed || room.sealingsLeft === 0) return null
  const kind = primary ? 'primary' : 'outline'
  const seal = (): void => void act('seal', () => call('rooms.seal', { code }))
  return (
    <Card className="room-bring">
      <h2>{say.notBroughtHead}</h2>
      {room.face.brought >= 5 && room.cards.length > 0 && <p>{say.broughtSum(room.face.brought)}</p>}
      <p className="k-soft">{brought ? say.showWhoHow : say.notBrought}</p>
      <Trouble error={trouble} onClose={forgive} />
      {brought ? (
        <Button kind={kind} block pending={pending.has('seal')} onPress={seal}>
          {say.showWho}
        </Button>
      ) : (
        <ButtonLink kind={kind} block icon={Users} href={`/r/${code}/bring`}>
          {say.bring}
        </ButtonLink>
      )}
    </Card>
  )
}

export const MoreDoors = ({ room, onShowCode }: { room: RoomView; onShowCode: () => void }) => {
  const say = useMessages(words)
  const { code } = room.face
  const spaced = `${code.slice(0, 3)} ${code.slice(3)}`
  return (
    <div className="k-doors">
      {room.sealed && room.sealingsLeft > 0 && (
        <Doorway icon={Users} strong={say.bringMore} soft={say.bringMoreHow} href={`/r/${code}/bring`} />
      )}
      <DoorwayButton icon={QrCode} strong={say.showCode} soft={spaced} onPress={onShowCode} />
    </div>
  )
}
