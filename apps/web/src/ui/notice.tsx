/** Something happened and nobody is interrupted: told politely, shown above the dock until it is answered or replaced. */
import type { ReactNode } from 'react'
import './notice.css'

export interface NoticeProps {
  /** Nothing to tell: the region stays, empty, so that what comes next is told. */
  children?: ReactNode
  /** A text button: "Use it now", "Show me". */
  action?: ReactNode
  /** Told to who listens only: the others see it where they look already. */
  unseen?: string | undefined
}

export const Notice = ({ children, action, unseen }: NoticeProps) => (
  <div className="k-notice" role="status">
    {children !== undefined && children !== null && children !== false && (
      <div className="k-notice-in">
        <p>{children}</p>
        {action}
      </div>
    )}
    {unseen !== undefined && <p className="k-vh">{unseen}</p>}
  </div>
)
