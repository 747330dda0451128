/** Whoever listens is told, politely, that there is somebody more to say hello to. */
import { useEffect, useRef, useState } from 'react'
import { room as words } from '../../i18n/en/room.ts'
import { useMessages } from '../../i18n/messages.ts'

const STAYS_MS = 10_000

export const Arrivals = ({ cards }: { cards: number }) => {
  const say = useMessages(words)
  const before = useRef(cards)
  const [told, setTold] = useState('')
  useEffect(() => {
    const more = cards > before.current
    before.current = cards
    if (!more) return
    setTold(say.peopleToGreet(cards))
    // The head says the same to whoever reads the page afterwards.
    const timer = setTimeout(() => setTold(''), STAYS_MS)
    return () => clearTimeout(timer)
  }, [cards, say])
  return (
    <p className="k-vh" role="status">
      {told}
    </p>
  )
}
