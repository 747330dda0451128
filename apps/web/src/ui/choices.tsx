/** One of a few, side by side: 1 hour, 2 hours; 10, 40, 150. */
import { useId } from 'react'
import './choices.css'

export interface ChoicesProps<T extends string | number> {
  /** What is chosen, for those who listen. */
  label: string
  /** The label is shown above. */
  shown?: boolean
  options: readonly { value: T; words: string }[]
  value: T | undefined
  onChange: (value: T) => void
}

export const Choices = <T extends string | number>({
  label,
  shown = false,
  options,
  value,
  onChange,
}: ChoicesProps<T>) => {
  const name = useId()
  return (
    <fieldset className="k-choices">
      <legend className={shown ? '' : 'k-vh'}>{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>{option.words}</span>
        </label>
      ))}
    </fieldset>
  )
}
