/** A time as one says it, in a box; pressed, it opens a box to change it in. */
import { useId, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { fromBox, toBox } from './local-time.ts'

export interface TimeBoxProps {
  /** "Begins". */
  label: string
  /** "Today, 22:10". */
  words: string
  /** Unix seconds. */
  value: number
  /** `undefined`: back to what it is by itself. */
  onChange: (value: number | undefined) => void
  min: number
  max: number
  /** "Now", "Three hours". */
  reset?: string | undefined
  error?: string | undefined
}

export const TimeBox = ({ label, words, value, onChange, min, max, reset, error }: TimeBoxProps) => {
  const [open, setOpen] = useState(false)
  const [text, setText] = useState<string>()
  const id = useId()
  const shown = open || error !== undefined
  const type = (next: string): void => {
    setText(next)
    const seconds = fromBox(next)
    if (seconds !== undefined) onChange(seconds)
  }
  return (
    <div className="time">
      <button
        type="button"
        className="time-box"
        aria-expanded={shown}
        aria-controls={id}
        onClick={() => {
          setText(undefined)
          setOpen(!shown)
        }}
      >
        <small>{label}</small>
        <b>{words}</b>
      </button>
      <div id={id} hidden={!shown}>
        <Field
          type="datetime-local"
          label={label}
          value={text ?? toBox(value)}
          min={toBox(min)}
          max={toBox(max)}
          onChange={type}
          error={error}
        />
        {reset !== undefined && (
          <Button
            kind="text"
            onPress={() => {
              setText(undefined)
              onChange(undefined)
            }}
          >
            {reset}
          </Button>
        )}
      </div>
    </div>
  )
}
