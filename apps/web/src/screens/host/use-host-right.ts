/** Whether this device is host of a room that it is not in: it has left, its key is kept, or the room has ended. */
import type { RoomFace, RoomView } from '@kith/protocol'
import { useEffect, useState } from 'react'
import { call } from '../../client/call.ts'
import { useSession } from '../../state/hooks.ts'
import { keptHostKey } from './host-key.ts'

/** The face: the room has ended, and its host can open it again. */
export type HostRight = 'asking' | 'none' | RoomFace

export const useHostRight = (code: string, room: RoomView | undefined): HostRight => {
  const known = useSession() !== 'unknown'
  const [right, setRight] = useState<HostRight>('asking')
  const isHost = room?.isHost === true
  useEffect(() => {
    if (isHost || !known) return
    let over = false
    setRight('asking')
    void findRight(code).then((found) => {
      if (!over) setRight(found)
    })
    return () => {
      over = true
    }
  }, [isHost, known, code])
  return right
}

const findRight = async (code: string): Promise<HostRight> => {
  const [desk, face] = await Promise.all([call('host.desk', { code }), call('rooms.peek', { code })])
  if (desk.ok && face.ok && face.value.state === 'ended') return face.value
  const hostKey = keptHostKey(code)
  if (hostKey === undefined) return 'none'
  // What comes of it comes through the store.
  return (await call('rooms.host', { code, hostKey })).ok ? 'asking' : 'none'
}
