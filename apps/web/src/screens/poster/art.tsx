/**
 * The poster as one drawing, A4 at 96 dots an inch: the same on the screen, on paper and in a file. A poster is paper by
 * day and by night, so its colours are its own.
 */
import { codeWords } from '@kith/protocol'
import type { Ref } from 'react'
import { beads, overlap } from '../../ui/overlap.ts'
import { LETTERS } from '../../ui/wordmark.tsx'
import { fitting, type How } from './fit.ts'

export const WIDTH = 794
export const HEIGHT = 1123

const PAPER = '#fffcf6'
const INK = '#231c15'
const SOFT = '#5f5447'
const MADDER = '#b43a2a'
const TEAL = '#1e6a66'
const CLARET = '#5a2034'
const BEAD = '#f0bd57'

export const LETTER_FONT = "'Fraunces Variable', Fraunces, Georgia, serif"
export const TEXT_FONT = "'Atkinson Hyperlegible Next Variable', 'Atkinson Hyperlegible', Verdana, sans-serif"

export interface ArtProps {
  code: string
  /** Absent where no phone can reach the server. */
  qr: { readonly size: number; readonly path: string } | undefined
  how: How
  lines: readonly string[]
  foot: string
  you: string
  them: string
  label: string
  ref?: Ref<SVGSVGElement>
}

const MARGIN = 56
const QR_TOP = 741
const QR_SIZE = 203

export const PosterArt = ({ code, qr, how, lines, foot, you, them, label, ref }: ArtProps) => {
  const left = qr === undefined ? MARGIN : 296
  return (
    <svg
      ref={ref}
      className="poster-art"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      <rect width={WIDTH} height={HEIGHT} fill={PAPER} />
      <Discs you={you} them={them} />
      <text fill={INK} fontFamily={LETTER_FONT} fontWeight="560" letterSpacing="-0.02em">
        {lines.map((line, i) => (
          <tspan key={line} x={MARGIN} y={567 + i * 89} fontSize={fitting(line, 84, WIDTH - 2 * MARGIN)}>
            {line}
          </tspan>
        ))}
      </text>
      {qr !== undefined && (
        <path
          d={qr.path}
          fill={INK}
          shapeRendering="crispEdges"
          transform={`translate(${MARGIN} ${QR_TOP}) scale(${QR_SIZE / qr.size})`}
        />
      )}
      <HowTo how={how} left={left} />
      <CodeLetters code={code} left={left} />
      <path d={`M${MARGIN} 1017.5H${WIDTH - MARGIN}`} stroke={MADDER} strokeWidth={3} />
      <path d={`M${MARGIN} 1022.5H${WIDTH - MARGIN}`} stroke={MADDER} strokeWidth={1} />
      <text x={MARGIN} y={1070} fill={INK} fontFamily={TEXT_FONT} fontSize={fitting(foot, 22, 560)}>
        {foot}
      </text>
      <Mark />
    </svg>
  )
}

/** Three lines at most, above the letters. */
const HowTo = ({ how, left }: { how: How; left: number }) => {
  const top = 784 - (how.lines.length - 2) * 22
  return (
    <text fill={INK} fontFamily={TEXT_FONT} fontSize={how.size}>
      {how.lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are nothing but their place
        <tspan key={i} x={left} y={top + i * 30}>
          {line.map(({ text, bold }) => (
            <tspan key={text} fontWeight={bold ? 650 : 400}>
              {text}
            </tspan>
          ))}
        </tspan>
      ))}
    </text>
  )
}

const CodeLetters = ({ code, left }: { code: string; left: number }) => {
  const words = codeWords(code)
  const step = Math.min(76, (WIDTH - MARGIN - left - 36) / 6)
  return (
    <g textAnchor="middle">
      {[...code].map((letter, i) => {
        const x = left + step * (i + 0.5) + (i < 3 ? -6 : 36)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a code has each letter in its place
          <g key={i}>
            <text x={x} y={892} fill={INK} fontFamily={LETTER_FONT} fontWeight="600" fontSize={60}>
              {letter}
            </text>
            <text x={x} y={920} fill={SOFT} fontFamily={TEXT_FONT} fontSize={18}>
              {words[i]}
            </text>
          </g>
        )
      })}
    </g>
  )
}

const R = 232
const CENTRE = { x: WIDTH / 2, y: 208 }
const SHARED = 25
const round = (n: number): number => Math.round(n * 100) / 100

const Discs = ({ you, them }: { you: string; them: string }) => {
  const x = overlap(SHARED)
  const at = round(x * R)
  const top = round(R * Math.sqrt(1 - x * x))
  const word = { fill: PAPER, fontFamily: LETTER_FONT, fontStyle: 'italic', fontWeight: 480, fontSize: 46.4 } as const
  return (
    <g transform={`translate(${CENTRE.x} ${CENTRE.y})`} textAnchor="middle">
      <circle cx={-at} cy={0} r={R} fill={MADDER} />
      <circle cx={at} cy={0} r={R} fill={TEAL} />
      <g fill="none" stroke={PAPER} strokeWidth={1.25} opacity={0.4}>
        <circle cx={-at} cy={0} r={round(R * 0.9)} />
        <circle cx={at} cy={0} r={round(R * 0.9)} />
      </g>
      <path
        d={`M0 ${-top}A${R} ${R} 0 0 1 0 ${top}A${R} ${R} 0 0 1 0 ${-top}Z`}
        fill={CLARET}
        stroke={PAPER}
        strokeWidth={2}
      />
      <g fill={BEAD}>
        {beads(SHARED, R, x).map((bead) => (
          <circle key={`${bead.x} ${bead.y}`} cx={round(bead.x)} cy={round(bead.y)} r={6.96} />
        ))}
      </g>
      <text y={39} fill={PAPER} fontFamily={LETTER_FONT} fontWeight="600" fontSize={112} letterSpacing="-0.02em">
        {SHARED}
      </text>
      <text x={-R} y={14} {...word}>
        {you}
      </text>
      <text x={R} y={14} {...word}>
        {them}
      </text>
    </g>
  )
}

const Mark = () => (
  <g transform={`translate(${WIDTH - MARGIN - 92} 1040) scale(0.4348)`}>
    <path d={LETTERS} fill={INK} />
    <circle cx="99" cy="17" r="11.5" fill={MADDER} />
    <circle cx="112" cy="17" r="11.5" fill={TEAL} />
    <path d="M105.5 7.5A11.5 11.5 0 0 1 105.5 26.5A11.5 11.5 0 0 1 105.5 7.5Z" fill={CLARET} />
  </g>
)
