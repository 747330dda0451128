/** Switches: on is a lit lamp on the right. The large one fills its place; of the small one the whole row is the target. */
import type { ReactNode } from 'react'
import './switch.css'

export interface SwitchProps {
  on: boolean
  onChange: (on: boolean) => void
  /** "On until 19:40". */
  strong: string
  /** "1 h 25 min left. Then it stops by itself." */
  soft?: string
  disabled?: boolean
}

export const Switch = ({ on, onChange, strong, soft, disabled = false }: SwitchProps) => (
  <button
    type="button"
    role="switch"
    aria-checked={on}
    className="k-switch"
    disabled={disabled}
    onClick={() => onChange(!on)}
  >
    <span className="k-switch-words">
      <strong>{strong}</strong>
      {soft !== undefined && <small>{soft}</small>}
    </span>
    <span className="k-switch-lamp" />
  </button>
)

export interface SmallSwitchProps extends SwitchProps {
  /** An `<Icon>` before the words. */
  icon?: ReactNode
  /** On a card of its own, like a doorway. */
  card?: boolean
}

export const SmallSwitch = ({ on, onChange, strong, soft, icon, card = false, disabled = false }: SmallSwitchProps) => (
  <button
    type="button"
    role="switch"
    aria-checked={on}
    className={`k-small-switch${card ? ' k-small-switch-card' : ''}`}
    disabled={disabled}
    onClick={() => onChange(!on)}
  >
    {icon}
    <span className="k-small-switch-words">
      <b>{strong}</b>
      {soft !== undefined && <small>{soft}</small>}
    </span>
    <span className="k-toggle" />
  </button>
)
