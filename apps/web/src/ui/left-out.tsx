/**
 * What an import leaves out, by reason. Guesses can be put right (*This is a person*); a number with two names and bare
 * names explain themselves.
 */
import Check from 'lucide-react/icons/check'
import type { ReactNode } from 'react'
import { pieces } from '../i18n/en/pieces.ts'
import { useMessages } from '../i18n/messages.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import './left-out.css'

export interface LeftOutGroupProps {
  /** "Not a person, we think". */
  head: string
  children: ReactNode
}

export const LeftOutGroup = ({ head, children }: LeftOutGroupProps) => (
  <section className="k-left-out">
    <h3>{head}</h3>
    <ul>{children}</ul>
  </section>
)

export interface LeftOutRowProps {
  strong: string
  /** The reason, or the names that share a number. */
  soft?: string
  /** A guess: taken in again by its owner, or not. */
  counts?: boolean
  onCounts?: (counts: boolean) => void
}

export const LeftOutRow = ({ strong, soft, counts = false, onCounts }: LeftOutRowProps) => {
  const say = useMessages(pieces)
  return (
    <li>
      <p>
        <b>{strong}</b>
        {soft !== undefined && <span>{soft}</span>}
      </p>
      {onCounts && counts && (
        <p className="k-counts">
          <Icon of={Check} size={26} />
          {say.counts}
        </p>
      )}
      {onCounts && (
        <Button
          kind="text"
          label={`${counts ? say.undo : say.thisIsAPerson}: ${strong}`}
          onPress={() => onCounts(!counts)}
        >
          {counts ? say.undo : say.thisIsAPerson}
        </Button>
      )}
    </li>
  )
}

/** "Four people have no number and no address. They stay on this device and cannot be recognised." */
export const LeftOutNote = ({ children }: { children: ReactNode }) => <li className="k-left-out-note">{children}</li>
