/**
 * The table's edge: the dock ends in a woven hem. It says how long one is here, hushed, or without a connection, or
 * holds a screen's main button at the thumb.
 */
import { type ReactNode, useEffect, useRef } from 'react'
import './dock.css'

export interface DockProps {
  children: ReactNode
  /** `status` beside plain buttons; `two` equal buttons; `stack` one above the other, with a note. */
  form?: 'status' | 'two' | 'stack'
  /** A line above: no connection. */
  above?: ReactNode
}

export const Dock = ({ children, form = 'status', above }: DockProps) => {
  const dock = useRef<HTMLElement>(null)
  // A notice stands above the dock, however high that is.
  useEffect(() => {
    const { style } = document.documentElement
    const watch = new ResizeObserver(([entry]) => {
      const height = entry?.borderBoxSize[0]?.blockSize ?? 0
      style.setProperty('--dock', `${height}px`)
    })
    if (dock.current !== null) watch.observe(dock.current)
    return () => {
      watch.disconnect()
      style.removeProperty('--dock')
    }
  }, [])
  return (
    <footer className={`k-dock k-dock-of-${form}`} ref={dock}>
      {above}
      <div className="k-dock-in">{children}</div>
    </footer>
  )
}

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
