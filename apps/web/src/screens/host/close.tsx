/** Closing the room for everybody: last on the desk, and asked once more. */
import { useState } from 'react'
import { call } from '../../client/call.ts'
import { host as words } from '../../i18n/en/host.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import type { Acting } from '../room/act.ts'

export const CloseRoom = ({ code, acting }: { code: string; acting: Acting }) => {
  const say = useMessages(words)
  const [asking, setAsking] = useState(false)
  const close = async (): Promise<void> => {
    await acting.act('close', () => call('host.close', { code }))
    setAsking(false)
  }
  return (
    <div className="desk-close">
      <Button block onPress={() => setAsking(true)}>
        {say.close}
      </Button>
      <p className="k-note">{say.closeNote}</p>
      <Confirm
        open={asking}
        head={say.closeHead}
        yes={say.close}
        no={say.closeNo}
        pending={acting.pending.has('close')}
        onYes={() => void close()}
        onNo={() => setAsking(false)}
      >
        <p>{say.closeWhat}</p>
      </Confirm>
    </div>
  )
}
