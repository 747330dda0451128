/** A room in which nobody shares a friend with me yet: my circle, and some who are here, stitched, all apart. */
import { pieces } from '../i18n/en/pieces.ts'
import { useMessages } from '../i18n/messages.ts'
import './circles.css'

const PLACES = [
  [125, 30],
  [225, 30],
  [53, 78],
  [297, 78],
  [63, 156],
  [287, 156],
] as const

export interface GatheringProps {
  /** How many others to draw, at most six. It is a picture and no count. */
  others: number
}

export const Gathering = ({ others }: GatheringProps) => {
  const say = useMessages(pieces)
  return (
    <svg className="k-circles k-circles-someone" viewBox="0 0 350 196" width="350" height="196" aria-hidden="true">
      {PLACES.slice(0, others).map(([x, y]) => (
        <circle key={`${x} ${y}`} className="k-theirs" cx={x} cy={y} r={24} />
      ))}
      <circle className="k-mine" cx={175} cy={112} r={42} />
      <text className="k-word" x={175} y={118} fontSize={20}>
        {say.you}
      </text>
    </svg>
  )
}
