/** The room: inside it, before it begins, at its door, or after it. Whoever was never in it is led to the door. */
import type { RoomFace } from '@kith/protocol'
import { useEffect, useState } from 'react'
import { Redirect, useParams } from 'wouter'
import { call } from '../../client/call.ts'
import { errorWords } from '../../client/error-words.ts'
import type { CallError } from '../../client/result.ts'
import { useAnswered, useConnection, useNow, useRoom, useRoomOver, useSession } from '../../state/hooks.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { AtDoor, NotLetIn } from './at-door.tsx'
import { Before } from './before.tsx'
import { Here } from './here.tsx'
import { Over } from './over.tsx'

const RoomScreen = () => {
  const { code = '' } = useParams<{ code: string }>()
  const room = useRoom(code)
  const answered = useAnswered(code)
  const now = useNow()
  const offline = useConnection().state === 'offline'
  if (room === undefined) return <Outside code={code} />
  // Presence ends by itself, also where nobody can say so (PRES1). While connected, the server's clock decides.
  if (offline && room.face.state === 'open' && room.until <= now)
    return <Over code={code} face={room.face} why="time" />
  if (room.face.you === 'removed') return <Over face={room.face} why="removed" />
  if (room.face.you === 'waiting')
    return answered === false ? <NotLetIn face={room.face} /> : <AtDoor face={room.face} />
  switch (room.face.state) {
    case 'before':
      return <Before room={room} />
    case 'open':
      // The doors have opened, or a host has left: nobody is in without saying so (PRES1).
      return room.face.you === 'in' ? <Here room={room} /> : <Redirect to={`/join/${code}`} replace />
    case 'ended':
      return <Over face={room.face} why="ended" />
  }
}

export default RoomScreen

const Outside = ({ code }: { code: string }) => {
  const over = useRoomOver(code)
  const answered = useAnswered(code)
  const session = useSession()
  const connection = useConnection().state
  const { face, error } = useFace(code, `${over} ${answered} ${session} ${connection}`)
  if (over === 'left' || over === 'time') return <Over code={code} face={face} why={over} />
  if (face === undefined) {
    if (error === undefined) return <Waiting />
    // The door says kindly what is wrong with a code; without a connection it can say nothing.
    return error.error === 'offline' ? <Waiting words={errorWords(error)} /> : <Redirect to={`/join/${code}`} replace />
  }
  if (face.you === 'removed' || over === 'removed') return <Over face={face} why="removed" />
  if (face.state === 'ended') return <Over face={face} why="ended" />
  if (answered === false) return <NotLetIn face={face} />
  if (face.you === 'waiting') return <AtDoor face={face} />
  // In it already, and its view is on the way.
  if (face.you === 'in') return <Waiting />
  return <Redirect to={`/join/${code}`} replace />
}

/** The room from outside, anew whenever something was said about it. */
const useFace = (code: string, about: string): { face?: RoomFace; error?: CallError } => {
  const [seen, setSeen] = useState<{ face?: RoomFace; error?: CallError }>({})
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said is the reason to look again
  useEffect(() => {
    let wanted = true
    void call('rooms.peek', { code }).then((peeked) => {
      if (wanted) setSeen((before) => (peeked.ok ? { face: peeked.value } : { ...before, error: peeked.error }))
    })
    return () => {
      wanted = false
    }
  }, [code, about])
  return seen
}
