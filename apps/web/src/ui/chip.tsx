/** Topics to tap: outlined; chosen, an ink edge, card ground and a tick. With ×: one of the host's list. */
import Check from 'lucide-react/icons/check'
import X from 'lucide-react/icons/x'
import type { ReactNode } from 'react'
import { pieces } from '../i18n/en/pieces.ts'
import { useMessages } from '../i18n/messages.ts'
import { Icon } from './icon.tsx'
import './chip.css'

export interface ChipProps {
  words: string
  chosen: boolean
  onChange: (chosen: boolean) => void
  /** "10+ here": only from five up (TOP2). */
  sum?: string | undefined
  disabled?: boolean
}

export const Chip = ({ words, chosen, onChange, sum, disabled = false }: ChipProps) => (
  <label className="k-chip">
    <input type="checkbox" checked={chosen} disabled={disabled} onChange={(event) => onChange(event.target.checked)} />
    <span>
      {chosen && <Icon of={Check} size={22} bare />}
      {words}
      {sum !== undefined && <small>{sum}</small>}
    </span>
  </label>
)

export interface RemovableChipProps {
  words: string
  onRemove: () => void
}

export const RemovableChip = ({ words, onRemove }: RemovableChipProps) => {
  const say = useMessages(pieces)
  return (
    <button type="button" className="k-chip-removable" aria-label={say.remove(words)} onClick={onRemove}>
      {words}
      <Icon of={X} size={22} bare />
    </button>
  )
}

export interface ChipsProps {
  /** What one chooses here, for those who listen. */
  label: string
  children: ReactNode
}

export const Chips = ({ label, children }: ChipsProps) => (
  <fieldset className="k-chips" aria-label={label}>
    {children}
  </fieldset>
)
