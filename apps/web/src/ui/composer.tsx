/** Where one writes. Enter sends; on a phone the keyboard's own key makes a new line, and the button sends. */
import Send from 'lucide-react/icons/send'
import { type FormEvent, type KeyboardEvent, useId } from 'react'
import { pieces } from '../i18n/en/pieces.ts'
import { useMessages } from '../i18n/messages.ts'
import { Icon } from './icon.tsx'
import './composer.css'

export interface ComposerProps {
  /** "Write to Ben". */
  label: string
  value: string
  onChange: (text: string) => void
  /** The text is not empty. */
  onSend: (text: string) => void
  maxLength?: number
}

export const Composer = ({ label, value, onChange, onSend, maxLength = 2000 }: ComposerProps) => {
  const say = useMessages(pieces)
  const id = useId()
  const send = () => {
    if (value.trim() !== '') onSend(value.trim())
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send()
  }
  const key = (event: KeyboardEvent) => {
    const touch = matchMedia('(pointer: coarse)').matches
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || touch) return
    event.preventDefault()
    send()
  }
  return (
    <form className="k-composer" onSubmit={submit}>
      <label className="k-vh" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        rows={1}
        value={value}
        maxLength={maxLength}
        placeholder={label}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={key}
      />
      <button className="k-send" type="submit" aria-label={say.send}>
        <Icon of={Send} size={26} bare />
      </button>
    </form>
  )
}
