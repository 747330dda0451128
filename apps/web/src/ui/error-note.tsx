/** An error says what happened, what was kept, and what to do. */
import type { ReactNode } from 'react'
import './place-card.css'
import './error-note.css'

export interface ErrorNoteProps {
  what: string
  kept?: ReactNode
  /** The one thing to do next: a button or a link. */
  action?: ReactNode
  /** For whoever is asked for help: "a3f9". */
  id?: string | undefined
  /** It is all that the screen has to say: its head. */
  whole?: boolean
}

export const ErrorNote = ({ what, kept, action, id, whole = false }: ErrorNoteProps) => (
  <section className="k-card k-error" role="alert">
    {whole ? <h1 tabIndex={-1}>{what}</h1> : <h2>{what}</h2>}
    {kept !== undefined && <p>{kept}</p>}
    {action}
    {id !== undefined && <p className="k-note">{id}</p>}
  </section>
)
