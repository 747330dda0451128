/** Ways to bring one's people: one card; the way that is open holds the screen's primary button. */

import type { LucideIcon } from 'lucide-react'
import ChevronDown from 'lucide-react/icons/chevron-down'
import { type ReactNode, useId } from 'react'
import { Icon } from './icon.tsx'
import './place-card.css'
import './ways.css'

export interface Way {
  id: string
  icon: LucideIcon
  strong: string
  soft: string
  /** What the opened way shows. */
  children: ReactNode
}

export interface WaysProps {
  ways: readonly Way[]
  /** The one that is open. */
  open: string | undefined
  onOpen: (id: string | undefined) => void
}

export const Ways = ({ ways, open, onOpen }: WaysProps) => {
  const base = useId()
  return (
    <ul className="k-card k-ways">
      {ways.map(({ id, icon, strong, soft, children }) => (
        <li key={id}>
          <button
            type="button"
            aria-expanded={id === open}
            aria-controls={`${base}${id}`}
            onClick={() => onOpen(id === open ? undefined : id)}
          >
            <Icon of={icon} size={32} />
            <span>
              <b>{strong}</b>
              <small>{soft}</small>
            </span>
            <Icon of={ChevronDown} size={24} bare />
          </button>
          <div className="k-way-in" id={`${base}${id}`} hidden={id !== open}>
            {id === open && children}
          </div>
        </li>
      ))}
    </ul>
  )
}
