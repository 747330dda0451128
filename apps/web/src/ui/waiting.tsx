/** While a screen is on its way: nothing spins. Two circles wait, apart, and words come when it takes long. */
import { pieces } from '../i18n/en/pieces.ts'
import { useMessages } from '../i18n/messages.ts'
import { Circles } from './circles.tsx'
import './waiting.css'

export interface WaitingProps {
  /** "Stay on this page. It opens by itself when he lets you in." */
  words?: string
}

export const Waiting = ({ words }: WaitingProps) => {
  const say = useMessages(pieces)
  return (
    <div className="k-waiting" role="status">
      <Circles state="someone" shared={0} instead="nothing" />
      <p className="k-soft">{words ?? say.waiting}</p>
    </div>
  )
}
