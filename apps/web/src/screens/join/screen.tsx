/** Joining: without a code the six boxes, with one the room as it looks from outside. */
import { readCode } from '@kith/protocol'
import { useEffect } from 'react'
import { useLocation, useParams } from 'wouter'
import { useRoom } from '../../state/hooks.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { Outside } from './outside.tsx'
import { TypeCode } from './type-code.tsx'
import { usePeek } from './use-peek.ts'
import './join.css'

const Join = () => {
  const { code = '' } = useParams()
  const whole = readCode(code)
  if (whole !== undefined) return <JoinRoom key={whole} code={whole} />
  return <TypeCode key={code} code={lettersOf(code)} />
}

/** A link that was cut off keeps what it had. */
const lettersOf = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[^A-Z]/g, '')
    .slice(0, 6)

const JoinRoom = ({ code }: { code: string }) => {
  const [, navigate] = useLocation()
  const room = useRoom(code)
  // Whoever chose topics before the doors opened is not in it yet, once they have.
  const isIn = room !== undefined && (room.face.state !== 'open' || room.face.you !== 'out')
  useEffect(() => {
    if (isIn) navigate(`/r/${code}`, { replace: true })
  }, [isIn, navigate, code])
  const peek = usePeek(code)
  if (isIn || peek.state === 'looking') return <Waiting />
  if (peek.state === 'no-room') return <TypeCode code={code} wrong />
  return <Outside peek={peek} code={code} />
}

export default Join
