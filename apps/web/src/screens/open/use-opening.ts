/** The form of a new room: what stands in it, what is wrong with it, and opening. */
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../client/call.ts'
import type { CallError } from '../../client/result.ts'
import { open as words } from '../../i18n/en/open.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useNow } from '../../state/hooks.ts'
import { keepHostKey } from '../host/host-key.ts'
import { putMadeUpBookAway } from '../try/made-up-people.ts'
import { type Draft, type Field as DraftField, fieldOf, inputOf, type Mistakes, mistakesIn } from './draft.ts'
import { keepDraft, keptDraft } from './kept-draft.ts'

export const useOpening = () => {
  const say = useMessages(words)
  const now = useNow()
  const [, navigate] = useLocation()
  const [draft, setDraft] = useState<Draft>(keptDraft)
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const [refused, setRefused] = useState<DraftField>()
  const [trouble, setTrouble] = useState<CallError>()
  const [pending, setPending] = useState(false)
  const [tries, setTries] = useState(0)
  const root = useRef<HTMLDivElement>(null)

  const change = (part: Partial<Draft>): void => {
    const next = { ...draft, ...part }
    setDraft(next)
    keepDraft(next)
    setRefused(undefined)
    // Nothing is called wrong before one has tried; from then on what was mended is no longer.
    if (Object.keys(mistakes).length > 0) setMistakes(mistakesIn(next, now))
  }
  const wrong = (field: DraftField): string | undefined => {
    const mistake = mistakes[field]
    return mistake !== undefined ? say.wrong[mistake] : refused === field ? say.fieldWrong : undefined
  }
  const open = async (): Promise<void> => {
    const found = mistakesIn(draft, now)
    setMistakes(found)
    setTrouble(undefined)
    setTries(tries + 1)
    if (Object.keys(found).length > 0) return
    setPending(true)
    const result = await call('rooms.open', inputOf(draft))
    setPending(false)
    if (!result.ok) {
      const field = result.error.error === 'bad-input' ? fieldOf(result.error.field) : undefined
      if (field === undefined) setTrouble(result.error)
      else setRefused(field)
      return
    }
    const { code } = result.value.room.face
    keepHostKey(code, result.value.hostKey)
    keepDraft(undefined)
    await putMadeUpBookAway()
    navigate(`/r/${code}`)
  }
  // After a try the first wrong field takes the focus, so that it is heard and seen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: not with every letter typed while something is wrong
  useEffect(() => {
    root.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [tries, refused])
  return { draft, change, wrong, open, now, pending, trouble, forgive: () => setTrouble(undefined), root }
}
