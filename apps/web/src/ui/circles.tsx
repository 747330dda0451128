/**
 * The two circles: me on the left, somebody else on the right, what we share between. See overlap.ts for how much.
 * `someone` is stitched, `waved` (at you) is drawn, `introduced` is filled; `touching` shares no friend, but a topic or
 * a place online; `apart` is nobody yet.
 */

import AtSign from 'lucide-react/icons/at-sign'
import Tag from 'lucide-react/icons/tag'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { beads, numberSize, overlap } from './overlap.ts'
import './circles.css'

export interface CirclesProps {
  state: 'someone' | 'waved' | 'introduced'
  /** How many friends are shared: the step before an introduction, the exact number after; 0 where none is. */
  shared: number
  /** Without a shared friend: what is shared instead (they touch), or nothing (they are apart). */
  instead?: 'topic' | 'online' | 'nothing' | 'touching'
  /** The radius of one circle, in px. Beads from 64, a plate rim from 60. */
  size?: number
  /** In a row the drawing is always as wide, with the overlap in its middle. */
  row?: boolean
  /** What stands in the lens instead of the number, with a word in letters below: the day of a meeting. */
  lens?: { big: string; small?: string }
  /** Words in the circles: "you", a name. */
  mineWord?: string
  theirsWord?: string
  /** Pictures in the circles, instead of words. */
  mineFace?: ReactNode
  theirsFace?: ReactNode
  /** On an introduction the circles drift together once. */
  drift?: boolean
  /** What it says to those who do not see it; without, the words beside it say it all. */
  label?: string
}

const ROW = { width: 148, height: 100 }

export const Circles = (props: CirclesProps) => {
  const { state, shared, instead, row = false, drift = false, label } = props
  const r = props.size ?? (shared === 0 ? 36 : 44)
  const x = shared > 0 ? overlap(shared) : instead === 'nothing' ? 4 / 3 : 1
  // The stroke of an outlined circle reaches beyond its edge.
  const pad = state === 'introduced' ? 0 : 3
  const width = row ? ROW.width : 2 * r * (1 + x) + 2 * pad
  const height = row ? ROW.height : 2 * (r + pad)
  const centre = row ? 66 + (shared > 0 ? 0 : 8) : width / 2
  const frame = {
    className: `k-circles k-circles-${state}${row ? ' k-circles-row' : ''}${drift ? ' k-circles-drift' : ''}`,
    viewBox: `0 0 ${round(width)} ${round(height)}`,
    width: round(width),
    height: round(height),
  }
  const drawing = (
    <g transform={`translate(${round(centre)} ${round(height / 2)})`}>
      <Discs {...props} r={r} x={x} />
      {shared > 0 ? <Lens {...props} r={r} x={x} /> : <Reason instead={instead} />}
      <Inside word={props.mineWord} face={props.mineFace} r={r} at={-Math.max(1, x)} />
      <Inside word={props.theirsWord} face={props.theirsFace} r={r} at={Math.max(1, x)} />
    </g>
  )
  if (label === undefined)
    return (
      <svg {...frame} aria-hidden="true">
        {drawing}
      </svg>
    )
  return (
    <svg {...frame} role="img" aria-label={label}>
      {drawing}
    </svg>
  )
}

const round = (n: number): number => Math.round(n * 100) / 100

interface Placed {
  r: number
  /** Half the distance of the centres, in radii. */
  x: number
}

const Discs = ({ state, r, x }: CirclesProps & Placed) => {
  const at = round(x * r)
  // The stitches lie within the circle, the drawn line on its edge.
  const theirs = state === 'someone' ? r - 1.5 : r
  return (
    <>
      <g className="k-from-left">
        <circle className="k-mine" cx={-at} cy={0} r={r} />
        {r >= 60 && <circle className="k-rim" cx={-at} cy={0} r={round(r * 0.9)} />}
      </g>
      <g className="k-from-right">
        <circle className="k-theirs" cx={at} cy={0} r={theirs} />
        {r >= 60 && state === 'introduced' && <circle className="k-rim" cx={at} cy={0} r={round(r * 0.9)} />}
      </g>
    </>
  )
}

const Lens = ({ state, shared, lens, r, x }: CirclesProps & Placed) => {
  const top = round(r * Math.sqrt(1 - x * x))
  const beaded = r >= 64
  const text = lens?.big ?? (state === 'introduced' ? `${shared}` : `${shared}+`)
  const size = text === '1+' ? 0 : numberSize(text, r, x, beaded)
  const lift = lens?.small === undefined ? 0.35 : 0.12
  return (
    <g className="k-shared">
      <path className="k-ours" d={`M0 ${-top}A${r} ${r} 0 0 1 0 ${top}A${r} ${r} 0 0 1 0 ${-top}Z`} />
      {beaded && <Beads shared={shared} r={r} x={x} />}
      {size > 0 && (
        <text className="k-number" y={round(size * lift)} fontSize={size}>
          {text}
        </text>
      )}
      {lens?.small !== undefined && (
        <text className="k-word k-lens-word" y={round(size * 0.68)} fontSize={round(size * 0.46)}>
          {lens.small}
        </text>
      )}
      {size === 0 && !beaded && <circle className="k-bead" r={3.5} />}
    </g>
  )
}

const Beads = ({ shared, r, x }: { shared: number } & Placed) => (
  <g>
    {beads(shared, r, x).map((bead, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a bead is nothing but its place
      <circle key={i} className="k-bead" cx={round(bead.x)} cy={round(bead.y)} r={round(beadRadius(shared, r))} />
    ))}
  </g>
)

/** Three hundredths of the radius, and less where beads would touch. */
const beadRadius = (count: number, r: number): number => Math.min(0.03 * r, (2.2 * r) / count / 2)

const Reason = ({ instead }: { instead: CirclesProps['instead'] }) =>
  instead === 'topic' || instead === 'online' ? (
    <g className="k-why">
      <circle r={20} />
      <g transform="translate(-13 -13)">
        <Icon of={instead === 'topic' ? Tag : AtSign} size={26} />
      </g>
    </g>
  ) : null

const Inside = ({ word, face, r, at }: { word?: string | undefined; face?: ReactNode; r: number; at: number }) => {
  if (face !== undefined) return <g transform={`translate(${round(at * r)} 0) scale(${round(r / 100)})`}>{face}</g>
  if (word === undefined) return null
  const size = word.length > 8 ? round((1.6 * r) / word.length) : 0.2 * r
  return (
    <text
      className={at < 0 ? 'k-word' : 'k-word k-theirs-word'}
      x={round(at * r)}
      y={round(0.3 * size)}
      fontSize={size}
    >
      {word}
    </text>
  )
}
