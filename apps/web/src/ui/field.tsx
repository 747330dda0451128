/** A field: the label, then who will see it, then the box. No placeholder carries meaning. */
import { type FormEvent, type InputHTMLAttributes, type ReactNode, useId } from 'react'
import { Button } from './button.tsx'
import './field.css'

type NativeName =
  | 'autoComplete'
  | 'inputMode'
  | 'maxLength'
  | 'enterKeyHint'
  | 'autoCapitalize'
  | 'spellCheck'
  | 'min'
  | 'max'

type NativeProps = { [N in NativeName]?: InputHTMLAttributes<HTMLInputElement>[N] }

export interface FieldProps extends NativeProps {
  label: string
  /** Who will see it, or what it is for. */
  help?: ReactNode
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'email' | 'tel' | 'url' | 'datetime-local'
  /** The label is the head of a part of the form, in letters. */
  question?: boolean
  required?: boolean
  /** What was wrong with it, in words. */
  error?: string | undefined
  /** A button beside the box ("Add"), also on Enter. */
  action?: { words: string; onPress: () => void; disabled?: boolean }
}

export const Field = (props: FieldProps) => {
  const {
    label,
    help,
    value,
    onChange,
    type = 'text',
    question = false,
    required = false,
    error,
    action,
    ...native
  } = props
  const id = useId()
  const described = [help !== undefined && `${id}-help`, error !== undefined && `${id}-error`].filter(Boolean).join(' ')
  const box = (
    <input
      id={id}
      type={type}
      value={value}
      required={required}
      aria-describedby={described || undefined}
      aria-invalid={error !== undefined}
      onChange={(event) => onChange(event.target.value)}
      {...native}
    />
  )
  return (
    <div className="k-field">
      <label className={question ? 'k-question' : ''} htmlFor={id}>
        {label}
      </label>
      {help !== undefined && (
        <p className="k-field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {action === undefined ? box : <WithAction action={action}>{box}</WithAction>}
      {error !== undefined && (
        <p className="k-field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}

const WithAction = ({ action, children }: { action: NonNullable<FieldProps['action']>; children: ReactNode }) => {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    action.onPress()
  }
  return (
    <form className="k-field-row" onSubmit={submit}>
      {children}
      <Button type="submit" disabled={action.disabled ?? false}>
        {action.words}
      </Button>
    </form>
  )
}

export interface TextBoxProps {
  label: string
  help?: ReactNode
  value: string
  onChange: (value: string) => void
  rows?: number
  maxLength?: number
}

/** Several lines: a pasted list, a report. */
export const TextBox = ({ label, help, value, onChange, rows = 5, maxLength }: TextBoxProps) => {
  const id = useId()
  return (
    <div className="k-field">
      <label htmlFor={id}>{label}</label>
      {help !== undefined && (
        <p className="k-field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      <textarea
        id={id}
        rows={rows}
        value={value}
        maxLength={maxLength}
        aria-describedby={help === undefined ? undefined : `${id}-help`}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}

export interface SearchFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
}

export const SearchField = ({ label, value, onChange }: SearchFieldProps) => (
  <label className="k-search">
    <span className="k-vh">{label}</span>
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <circle cx="11" cy="11" r="8" />
      <path d="m21 21-4.3-4.3" />
    </svg>
    <input type="search" value={value} placeholder={label} onChange={(event) => onChange(event.target.value)} />
  </label>
)

export interface PickProps<T extends string> {
  /** For those who listen: "How you know Carla". */
  label: string
  value: T
  options: readonly { value: T; words: string }[]
  onChange: (value: T) => void
}

/** One of several, in the space of a word: a tie, a country. */
export const Pick = <T extends string>({ label, value, options, onChange }: PickProps<T>) => (
  <span className="k-pick">
    <select aria-label={label} value={value} onChange={(event) => onChange(event.target.value as T)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.words}
        </option>
      ))}
    </select>
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      <path d="m6 9 6 6 6-6" />
    </svg>
  </span>
)
