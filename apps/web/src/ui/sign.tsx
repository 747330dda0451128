/**
 * The same thing in the same colour on both phones, by which two people find each other. Its name is written, so that
 * colour is never the only cue; colours are the same by day and by night.
 */
import type { ReactNode } from 'react'
import { pieces } from '../i18n/en/pieces.ts'
import { useMessages } from '../i18n/messages.ts'
import { SIGN_SHAPES, type SignThing } from './sign-shapes.tsx'
import './sign.css'

export type { SignThing }
export type SignColour = 'yellow' | 'red' | 'blue' | 'green'

export interface SignProps {
  thing: SignThing
  colour: SignColour
  /** Where there are more than 48 lit in a room. */
  number?: number | undefined
}

/** The drawing alone. */
export const SignDrawing = ({ thing }: Pick<SignProps, 'thing'>) => {
  const { viewBox, drawing } = SIGN_SHAPES[thing]
  return (
    <svg className="k-sign-drawing" viewBox={viewBox} aria-hidden="true">
      {drawing}
    </svg>
  )
}

/** "a yellow kite", "a yellow kite, number 2". */
export const useSignName = ({ thing, colour, number }: SignProps): string => {
  const say = useMessages(pieces)
  const name = say.sign(colour, say.things[thing])
  return number === undefined ? name : say.signNumber(name, number)
}

export interface SignScreenProps extends SignProps {
  /** "Hold your phone up high". */
  top: ReactNode
  /** What stands below the name: words, choices, the button. */
  children: ReactNode
}

/** The whole screen, to be held up. */
export const SignScreen = ({ top, children, ...sign }: SignScreenProps) => {
  const say = useMessages(pieces)
  const name = useSignName({ thing: sign.thing, colour: sign.colour })
  return (
    <main className={`k-sign-screen k-sign-${sign.colour}`}>
      <p className="k-sign-top">{top}</p>
      <SignDrawing thing={sign.thing} />
      <h1 className="k-lettered" tabIndex={-1}>
        {name}
        {sign.number !== undefined && <span className="k-sign-number">{say.signNumberShort(sign.number)}</span>}
      </h1>
      {children}
    </main>
  )
}

export interface SignCardProps extends SignProps {
  /** "Go and say hello". */
  head: string
  /** "Ben’s phone shows the same yellow kite." */
  children: ReactNode
  /** "Hold up the kite". */
  action: ReactNode
}

/** On an introduction: what to look for, and the button that shows it large. */
export const SignCard = ({ head, children, action, ...sign }: SignCardProps) => (
  <section className={`k-sign-card k-sign-${sign.colour}`}>
    <SignDrawing thing={sign.thing} />
    <div>
      <h2>{head}</h2>
      <p>{children}</p>
      {action}
    </div>
  </section>
)

export interface SignChoiceProps {
  chosen?: boolean
  onPress: () => void
  children: ReactNode
}

/** A choice on a sign: ink outline; chosen: card ground and a tick. */
export const SignChoice = ({ chosen = false, onPress, children }: SignChoiceProps) => (
  <button type="button" className="k-sign-choice" aria-pressed={chosen} onClick={onPress}>
    {chosen && (
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        <path d="M20 6 9 17l-5-5" />
      </svg>
    )}
    {children}
  </button>
)

/** Two choices in a row, where there is room. */
export const SignChoices = ({ children }: { children: ReactNode }) => <div className="k-sign-choices">{children}</div>
