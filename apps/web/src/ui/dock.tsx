/**
 * The table's edge: the dock ends in a woven hem. It says how long one is here, hushed, or without a connection, or
 * holds a screen's main button at the thumb.
 */
import type { ReactNode } from 'react'
import './dock.css'

export interface DockProps {
  children: ReactNode
  /** `status` beside plain buttons; `two` equal buttons; `stack` one above the other, with a note. */
  form?: 'status' | 'two' | 'stack'
  /** A line above: no connection. */
  above?: ReactNode
}

export const Dock = ({ children, form = 'status', above }: DockProps) => (
  <footer className={`k-dock k-dock-of-${form}`}>
    {above}
    <div className="k-dock-in">{children}</div>
  </footer>
)

export interface DockStatusProps {
  /** "Here until 22:10". */
  strong: string
  /** "2 h 40 min left". */
  soft?: string
}

/** Told again when it changes in meaning (hushed, no connection), not with every minute: only the strong words are live. */
export const DockStatus = ({ strong, soft }: DockStatusProps) => (
  <p className="k-dock-status">
    <strong role="status">{strong}</strong>
    {soft !== undefined && <span>{soft}</span>}
  </p>
)

export interface DockLineProps {
  icon: ReactNode
  children: ReactNode
}

/** "No connection. Your words are kept, and go out by themselves." */
export const DockLine = ({ icon, children }: DockLineProps) => (
  <p className="k-dock-line" role="status">
    {icon}
    <span>{children}</span>
  </p>
)
