/** What the screen's one button does: marks for everybody, the list to the server, and the sealing in the room (CON4). */
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../client/call.ts'
import { errorWords } from '../../client/error-words.ts'
import type { CallError } from '../../client/result.ts'
import type { Brought, News } from '../../device/people/messages.ts'
import { bring as words } from '../../i18n/en/bring.ts'
import { inLanguage } from '../../i18n/messages.ts'
import { refreshLabels } from '../../state/labels.ts'
import type { Ask } from './importing.ts'

export type Stage =
  | { readonly at: 'editing'; readonly trouble?: string }
  | { readonly at: 'preparing'; readonly ready: number; readonly all: number; readonly isWaiting: boolean }
  | { readonly at: 'sealing' }
  | { readonly at: 'brought'; readonly people: number }

export interface Bringing {
  readonly stage: Stage
  readonly bring: () => Promise<void>
  readonly stop: () => void
}

export interface BringingOptions {
  readonly ask: Ask
  readonly news: News | undefined
  readonly people: number
  /** The room in which to seal; absent: the list is kept for the next one. */
  readonly code: string | undefined
}

export const useBringing = ({ ask, news, people, code }: BringingOptions): Bringing => {
  const [stage, setStage] = useState<Stage>({ at: 'editing' })
  const [, navigate] = useLocation()

  useEffect(() => {
    if (news?.about !== 'preparing') return
    const { done, total, isWaiting } = news
    setStage((now) => (now.at === 'preparing' ? { at: 'preparing', ready: done, all: total, isWaiting } : now))
  }, [news])

  const fail = (trouble: string): void => setStage({ at: 'editing', trouble })

  const bring = async (): Promise<void> => {
    const say = inLanguage(words)
    setStage({ at: 'preparing', ready: 0, all: people, isWaiting: false })
    const result = await listBrought(ask).catch(() => undefined)
    if (result === undefined) return fail(say.broken)
    if (result.how !== 'brought') return fail(wordsFor(result))
    void refreshLabels()
    if (code === undefined) return setStage({ at: 'brought', people: result.entries })
    setStage({ at: 'sealing' })
    const sealed = await call('rooms.seal', { code })
    if (sealed.ok) navigate(`/r/${code}`)
    else
      fail(
        SAYS_ALL.has(sealed.error.error)
          ? errorWords(sealed.error)
          : say.failed(errorWords(sealed.error), result.entries),
      )
  }

  return { stage, bring, stop: () => void ask('stop', {}) }
}

/** What these say needs no word about what was kept. */
const SAYS_ALL: ReadonlySet<string> = new Set(['nothing-new', 'no-more-sealings'])

/** Under the server's key of this moment; once more where it changed just now. */
const listBrought = async (ask: Ask): Promise<Brought> => {
  for (let again = true; ; again = false) {
    const my = await call('me.get', {})
    if (!my.ok) return { how: 'failed', error: my.error, kept: 0 }
    const result = await ask('bring', { keyId: my.value.keyId })
    if (!again || !isWrongKey(result)) return result
  }
}

const isWrongKey = (result: Brought): boolean => result.how === 'failed' && result.error.error === 'wrong-key'

const wordsFor = (result: Exclude<Brought, { how: 'brought' }>): string => {
  const say = inLanguage(words)
  switch (result.how) {
    case 'nobody':
      return say.nobodyYet
    case 'stopped':
      return say.stopped(result.kept)
    case 'failed':
      return say.failed(errorOf(result.error), result.kept)
  }
}

const errorOf = (error: CallError): string =>
  error.error === 'no-session' ? inLanguage(words).notInRoom : errorWords(error)
