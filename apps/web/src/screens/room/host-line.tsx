/** For hosts: the way to their desk, and the room as a guest sees it. */
import type { RoomView } from '@kith/protocol'
import { useState } from 'react'
import { room as words } from '../../i18n/en/room.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'

export const HostLine = ({ room }: { room: RoomView }) => {
  const say = useMessages(words)
  const [asGuest, setAsGuest] = useState(false)
  if (!room.isHost) return null
  return (
    <p className="host-line">
      {asGuest ? (
        <>
          <span>{say.asGuestNow}</span>
          <Button kind="text" onPress={() => setAsGuest(false)}>
            {say.asHost}
          </Button>
        </>
      ) : (
        <>
          <ButtonLink kind="text" href={`/r/${room.face.code}/host`}>
            {say.desk}
          </ButtonLink>
          <Button kind="text" onPress={() => setAsGuest(true)}>
            {say.asGuest}
          </Button>
        </>
      )}
    </p>
  )
}
