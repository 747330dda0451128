/** Asks once more before what cannot be undone, and takes what one wants to add. The browser's own dialog keeps the focus. */
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from './button.tsx'
import './confirm.css'

export interface ConfirmProps {
  open: boolean
  head: string
  children?: ReactNode
  /** "Close the room". */
  yes: string
  /** "Keep it open". */
  no: string
  onYes: () => void
  onNo: () => void
  pending?: boolean
}

export const Confirm = ({ open, head, children, yes, no, onYes, onNo, pending = false }: ConfirmProps) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  useEffect(() => {
    const element = dialog.current
    if (open && element?.open === false) element.showModal()
    if (!open) element?.close()
  }, [open])
  return (
    <dialog className="k-confirm" ref={dialog} aria-labelledby={title} onClose={() => open && onNo()}>
      <h2 id={title}>{head}</h2>
      {children}
      <div className="k-confirm-acts">
        <Button kind="primary" block pending={pending} onPress={onYes}>
          {yes}
        </Button>
        <Button block onPress={onNo}>
          {no}
        </Button>
      </div>
    </dialog>
  )
}
