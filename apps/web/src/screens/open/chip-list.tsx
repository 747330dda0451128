/** A list of a few words each that its owner fills: topics, spots. What is there can be taken away again. */
import { useState } from 'react'
import { RemovableChip } from '../../ui/chip.tsx'
import { Field } from '../../ui/field.tsx'
import { tidied } from './draft.ts'

export interface ChipListProps {
  /** "Another topic". */
  label: string
  add: string
  /** What there is, for those who listen. */
  listLabel: string
  items: readonly string[]
  onChange: (items: string[]) => void
  most: number
  /** In place of the box when there are as many as can be. */
  full: string
  maxLength: number
  help?: string
  error?: string | undefined
}

export const ChipList = (props: ChipListProps) => {
  const { label, add, listLabel, items, onChange, most, full, maxLength, help, error } = props
  const [text, setText] = useState('')
  const put = (): void => {
    const words = tidied(text, items)
    setText('')
    if (words !== undefined) onChange([...items, words])
  }
  return (
    <div className="chip-list">
      {items.length > 0 && (
        <ul aria-label={listLabel}>
          {items.map((words) => (
            <li key={words}>
              <RemovableChip words={words} onRemove={() => onChange(items.filter((other) => other !== words))} />
            </li>
          ))}
        </ul>
      )}
      {items.length >= most ? (
        <p className="k-field-help">{full}</p>
      ) : (
        <Field
          label={label}
          value={text}
          onChange={setText}
          maxLength={maxLength}
          autoComplete="off"
          enterKeyHint="done"
          error={error}
          {...(help !== undefined && { help })}
          action={{ words: add, onPress: put, disabled: text.trim() === '' }}
        />
      )}
    </div>
  )
}
