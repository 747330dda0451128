/** The first thing on every screen of the made-up evening. */
import { pieces } from '../i18n/en/pieces.ts'
import { useMessages } from '../i18n/messages.ts'
import './band.css'

export const Band = () => {
  const say = useMessages(pieces)
  return (
    <aside className="k-band">
      <b>{say.madeUpPeople}</b> {say.realCounting}
    </aside>
  )
}
