/** What was said: theirs on a teal tint, mine on a madder tint; not sent yet: an outline and the words. */
import Hourglass from 'lucide-react/icons/hourglass'
import { type ReactNode, useEffect, useRef } from 'react'
import { pieces } from '../i18n/en/pieces.ts'
import { useMessages } from '../i18n/messages.ts'
import { Icon } from './icon.tsx'
import './message.css'

export interface MessageProps {
  mine: boolean
  text: string
  /** "19:32"; left out within the same minutes. */
  time?: string | undefined
  read?: boolean
  /** Written and kept, not yet with the server. */
  unsent?: boolean
  /** The server wrote it for a made-up person. */
  madeUp?: boolean
  /** The name of who speaks, for those who listen. */
  who: string
}

export const Message = ({ mine, text, time, read = false, unsent = false, madeUp = false, who }: MessageProps) => {
  const say = useMessages(pieces)
  const below = [time, madeUp ? say.madeUpReply : undefined, read ? say.read : undefined].filter(Boolean).join(' · ')
  return (
    <li className={`k-message${mine ? ' k-message-mine' : ''}${unsent ? ' k-message-unsent' : ''}`}>
      <p>
        <span className="k-vh">{who}: </span>
        {text}
      </p>
      {unsent ? (
        <small>
          <Icon of={Hourglass} size={18} bare />
          {say.notSentYet}
        </small>
      ) : (
        below !== '' && <small>{below}</small>
      )}
    </li>
  )
}

export interface MessagesProps {
  label: string
  /** How many there are: on one more, the last comes into view, when one was at the end. */
  count: number
  children: ReactNode
}

/** The thread: a log, told politely as it grows. */
export const MessageList = ({ label, count, children }: MessagesProps) => {
  const end = useRef<HTMLDivElement>(null)
  const shown = useRef(0)
  useEffect(() => {
    const page = document.documentElement
    const atEnd = page.scrollHeight - page.scrollTop - page.clientHeight < 240
    if (count > shown.current && (shown.current === 0 || atEnd)) end.current?.scrollIntoView({ block: 'end' })
    shown.current = count
  }, [count])
  return (
    <div className="k-messages" role="log" aria-label={label}>
      <ol>{children}</ol>
      <div ref={end} className="k-messages-end" />
    </div>
  )
}
