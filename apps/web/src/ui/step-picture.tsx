/**
 * Steps on somebody's own device, drawn: a screen of 124 × 96 with the real words of that device, and a finger under
 * them. Red arcs at the finger mean: hold it there.
 */
import Pointer from 'lucide-react/icons/pointer'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import './step-picture.css'

export interface StepPictureProps {
  /** The words on the device, exactly. */
  words: string
  /** How the words stand there: as words of the page's head, as a row of a list, as a line of a menu. */
  as?: 'head' | 'row' | 'menu'
  /** The finger stays. */
  hold?: boolean
}

/** Where the words, the grey lines, the row under the words and the finger are. */
const LAYOUT = {
  head: { text: [14, 28], lines: 'M74 23h34M14 76h30M84 76h24M84 56h24', row: undefined, finger: [21.4, 32] },
  row: { text: [16, 33], lines: 'M14 60h34M14 78h26M96 60h12M96 78h12', row: [8, 12], finger: [55.4, 48] },
  menu: { text: [18, 51], lines: 'M14 18h96', row: [8, 30], finger: [39.4, 56] },
} as const

/** Words of more letters than this would run over the edge, and are set smaller. */
const FITS = 12

export const StepPicture = ({ words, as = 'row', hold = false }: StepPictureProps) => {
  const { text, lines, row, finger } = LAYOUT[as]
  const size = words.length > FITS ? Math.max(10, (16 * FITS) / words.length) : 16
  const width = Math.min(108, Math.max(72, words.length * size * 0.6 + 22))
  return (
    <svg className="k-shot" viewBox="0 0 124 96" width="124" height="96" aria-hidden="true">
      <rect className="k-shot-screen" x="1" y="1" width="122" height="94" rx="12" />
      <path className="k-shot-lines" d={lines} />
      {row && <rect className="k-shot-row" x={row[0]} y={row[1]} width={width} height="32" rx="8" />}
      <text x={text[0]} y={text[1]} fontSize={size}>
        {words}
      </text>
      <g transform={`translate(${finger[0]} ${finger[1]})`}>
        {hold && <path className="k-shot-hold" d="M1.6 5a14 14 0 0 1 7-11M27.6 5a14 14 0 0 0-7-11" />}
        <Icon of={Pointer} size={34} />
      </g>
    </svg>
  )
}

export interface Step {
  picture: StepPictureProps
  /** "Open **Contacts**. At the top, tap **Lists**." */
  words: ReactNode
}

export const Steps = ({ steps }: { steps: readonly Step[] }) => (
  <ol className="k-steps">
    {steps.map((step) => (
      <li key={step.picture.words}>
        <StepPicture {...step.picture} />
        <p>{step.words}</p>
      </li>
    ))}
  </ol>
)
