/** Rows of a list of people: with a tick ("Which of these is you?"), with a control at the end, or as a conversation. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Face } from './face.tsx'
import './person-row.css'
import './place-card.css'

export interface PersonRowProps {
  name: string
  /** "2 addresses". */
  soft?: string
  /** A `<Pick>`, a button. */
  end?: ReactNode
  children?: ReactNode
}

/** A `<li>` of `<PersonRows>`. */
export const PersonRow = ({ name, soft, end, children }: PersonRowProps) => (
  <li>
    <div className="k-row">
      <Face name={name} />
      <p>
        <b>{name}</b>
        {soft !== undefined && <span>{soft}</span>}
      </p>
      {end}
    </div>
    {children}
  </li>
)

export interface TickRowProps {
  name: string
  soft?: string
  ticked: boolean
  onChange: (ticked: boolean) => void
}

/** The whole row is the target of its tick. */
export const TickRow = ({ name, soft, ticked, onChange }: TickRowProps) => (
  <li>
    <label className="k-row k-tick">
      <input type="checkbox" checked={ticked} onChange={(event) => onChange(event.target.checked)} />
      <Face name={name} />
      <span className="k-row-words">
        <b>{name}</b>
        {soft !== undefined && <span>{soft}</span>}
      </span>
      <i>
        <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
          <path d="M20 6 9 17l-5-5" />
        </svg>
      </i>
    </label>
  </li>
)

export interface ConversationRowProps {
  href: string
  name: string
  picture?: string | undefined
  /** The last words, or what became of it. *Not sent yet* comes before the text. */
  last: string
  /** "19:34", "Monday". */
  when: string
  /** "2 new", in words; no badge. */
  fresh?: string | undefined
  /** Their account is gone, or the time is over. */
  gone?: boolean
}

export const ConversationRow = ({ href, name, picture, last, when, fresh, gone = false }: ConversationRowProps) => (
  <li>
    <Link href={href} className={`k-conversation${fresh === undefined ? '' : ' k-fresh'}${gone ? ' k-past' : ''}`}>
      <Face name={name} picture={picture} size={48} gone={gone} />
      <span className="k-conversation-words">
        <span className="k-conversation-line">
          <b className="k-lettered">{name}</b>
          <small>{when}</small>
        </span>
        <span className="k-conversation-line">
          <span className="k-last">{last}</span>
          {fresh !== undefined && <b>{fresh}</b>}
        </span>
      </span>
    </Link>
  </li>
)

export interface RowsProps {
  label?: string
  children: ReactNode
}

export const Rows = ({ label, children }: RowsProps) => (
  <ul className="k-card k-rows" aria-label={label}>
    {children}
  </ul>
)
