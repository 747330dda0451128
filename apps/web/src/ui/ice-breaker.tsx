/** The first card of a conversation: the friend hardest to guess, with both stories. */
import type { ReactNode } from 'react'
import { pieces } from '../i18n/en/pieces.ts'
import { useMessages } from '../i18n/messages.ts'
import { StoryFriend, type StoryFriendProps } from './story.tsx'
import './place-card.css'
import './ice-breaker.css'

export interface IceBreakerProps extends StoryFriendProps {
  /** "And 26 others", a link back to the introduction. */
  others?: ReactNode
}

export const IceBreaker = ({ others, ...friend }: IceBreakerProps) => {
  const say = useMessages(pieces)
  return (
    <section className="k-card k-ice-breaker">
      <p className="k-note">{say.startWithHardest}</p>
      <ol>
        <StoryFriend head="h2" {...friend} />
      </ol>
      {others}
    </section>
  )
}
