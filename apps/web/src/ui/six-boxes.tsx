/**
 * Six boxes to type a code into: two threes, the spoken word under each. Letters stay after a mistake. One may type, go
 * back, or paste a code or a whole link into any box.
 */
import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react'
import { pieces } from '../i18n/en/pieces.ts'
import { useMessages } from '../i18n/messages.ts'
import './six-boxes.css'

export interface SixBoxesProps {
  /** Up to six letters; a space stands for an empty box. */
  value: string
  onChange: (value: string) => void
  /** All six are there. */
  onComplete?: (code: string) => void
  /** The word of a letter, undefined where no code holds that letter. */
  wordOf: (letter: string) => string | undefined
  /** A code somewhere in pasted words. */
  read: (text: string) => string | undefined
  /** By id: what was wrong with the letters. */
  describedBy?: string
  invalid?: boolean
}

const PLACES = [0, 1, 2, 3, 4, 5] as const

export const SixBoxes = ({
  value,
  onChange,
  onComplete,
  wordOf,
  read,
  describedBy,
  invalid = false,
}: SixBoxesProps) => {
  const say = useMessages(pieces)
  const group = useRef<HTMLFieldSetElement>(null)
  const box = (at: number) => group.current?.querySelectorAll('input')[at]
  const take = (code: string) => {
    onChange(code)
    if (/^\S{6}$/.test(code)) onComplete?.(code)
  }
  const put = (at: number, text: string) => {
    const letters = [...text.toUpperCase()].filter((letter) => wordOf(letter) !== undefined)
    if (text !== '' && letters.length === 0) return
    const before = [...value.padEnd(6)]
    const typed = letters.length > 1 ? letters.slice(-1) : letters
    before[at] = typed[0] ?? ' '
    take(before.join('').trimEnd())
    if (typed.length > 0) box(Math.min(at + 1, 5))?.focus()
  }
  const paste = (event: ClipboardEvent) => {
    const code = read(event.clipboardData.getData('text'))
    if (code === undefined) return
    event.preventDefault()
    take(code)
    box(5)?.focus()
  }
  const move = (at: number, event: KeyboardEvent) => {
    const to = event.key === 'ArrowLeft' ? at - 1 : event.key === 'ArrowRight' ? at + 1 : undefined
    const back = event.key === 'Backspace' && (value[at] ?? ' ') === ' ' ? at - 1 : undefined
    const target = box(to ?? back ?? -1)
    if (target === undefined) return
    event.preventDefault()
    if (back !== undefined) put(back, '')
    target.focus()
  }
  const three = (places: readonly number[]) => (
    <ol>
      {places.map((at) => {
        const letter = value[at]?.trim() ?? ''
        return (
          <li key={at}>
            <input
              aria-label={say.letter(at + 1)}
              value={letter}
              onChange={(event) => put(at, event.target.value)}
              onKeyDown={(event) => move(at, event)}
              onFocus={(event) => event.target.select()}
              onPaste={paste}
              aria-invalid={invalid}
              // Not one-time-code: phones would offer a code from a message.
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              enterKeyHint={at === 5 ? 'go' : 'next'}
            />
            <small aria-live="polite">{wordOf(letter)}</small>
          </li>
        )
      })}
    </ol>
  )
  return (
    <fieldset className="k-boxes" ref={group} aria-label={say.sixLetters} aria-describedby={describedBy}>
      {three(PLACES.slice(0, 3))}
      {three(PLACES.slice(3))}
    </fieldset>
  )
}
