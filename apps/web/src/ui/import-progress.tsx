/** My circle alone, its beads lit as people become ready. */
import { pieces } from '../i18n/en/pieces.ts'
import { useMessages } from '../i18n/messages.ts'
import { formatNumber } from '../i18n/plural.ts'
import './import-progress.css'

export interface ImportProgressProps {
  ready: number
  all: number
}

const BEADS = 48
const R = 128
const RING = 0.88 * R

export const ImportProgress = ({ ready, all }: ImportProgressProps) => {
  const say = useMessages(pieces)
  const lit = all === 0 ? 0 : Math.floor((ready / all) * BEADS)
  const angles = Array.from({ length: BEADS }, (_, i) => (i / BEADS) * 2 * Math.PI)
  return (
    <div
      className="k-import-progress"
      role="progressbar"
      aria-valuemin={0}
      aria-valuemax={all}
      aria-valuenow={ready}
      aria-label={say.peopleReady}
    >
      <svg viewBox="0 0 264 264" width="264" height="264" aria-hidden="true">
        <g transform="translate(132 132)">
          <circle className="k-ring" r={R} />
          {angles.map((angle, i) => (
            <circle
              key={angle}
              className={i < lit ? 'k-lit' : 'k-unlit'}
              cx={(RING * Math.sin(angle)).toFixed(2)}
              cy={(-RING * Math.cos(angle)).toFixed(2)}
              r={3.84}
            />
          ))}
          <text className="k-big" y={18} fontSize={ready > 9999 ? 58 : 76}>
            {formatNumber(ready)}
          </text>
          <text className="k-small" y={54} fontSize={24}>
            {say.of(formatNumber(all))}
          </text>
        </g>
      </svg>
    </div>
  )
}
