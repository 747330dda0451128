/** The host's desk: large figures, and people joining, one bar a minute. The peak is also said in words. */
import type { ReactNode } from 'react'
import './place-card.css'
import './bars.css'

export interface Figure {
  number: string
  words: string
}

export interface FiguresProps {
  label: string
  /** The first is large: people in. */
  figures: readonly Figure[]
  children?: ReactNode
}

export const Figures = ({ label, figures, children }: FiguresProps) => (
  <section className="k-card k-figures" aria-label={label}>
    <dl>
      {figures.map(({ number, words }, i) => (
        <div key={words} className={i === 0 ? 'k-figure-first' : ''}>
          <dt>{words}</dt>
          <dd>{number}</dd>
        </div>
      ))}
    </dl>
    {children}
  </section>
)

export interface BarsProps {
  /** One number a minute, oldest first. */
  minutes: readonly number[]
  /** "Joining each minute. Most: six, at 19:10." */
  caption: string
  from: string
  to: string
}

const WIDTH = 312
const HEIGHT = 68.4
const BASE = 72

export const Bars = ({ minutes, caption, from, to }: BarsProps) => {
  const most = Math.max(6, ...minutes)
  const step = WIDTH / Math.max(30, minutes.length)
  const width = Math.min(7, step * 0.7)
  return (
    <figure className="k-bars">
      <figcaption>{caption}</figcaption>
      <svg viewBox="0 0 312 78" aria-hidden="true">
        {minutes
          .map((n, minute) => ({ n, minute }))
          .map(
            ({ n, minute }) =>
              n > 0 && (
                <rect
                  key={minute}
                  x={(minute * step + (step - width) / 2).toFixed(1)}
                  y={(BASE - (n / most) * HEIGHT).toFixed(1)}
                  width={width.toFixed(1)}
                  height={((n / most) * HEIGHT).toFixed(1)}
                  rx={(width / 2).toFixed(1)}
                />
              ),
          )}
        <path d="M0 74h312" />
      </svg>
      <p className="k-axis">
        <span>{from}</span>
        <span>{to}</span>
      </p>
    </figure>
  )
}
