/** Where the asking is. */
import { useRef, useState } from 'react'
import type { Account } from './account.ts'
import type { Problem } from './ask.ts'
import { askForMutual, type Mutual } from './mutual.ts'

export type Stage =
  | { readonly at: 'typing' }
  | { readonly at: 'asking'; readonly account: Account; readonly found: number }
  | { readonly at: 'failed'; readonly account: Account; readonly problem: Problem }
  | { readonly at: 'found'; readonly mutual: Mutual }

export const useAsking = () => {
  const [stage, setStage] = useState<Stage>({ at: 'typing' })
  const stopper = useRef<AbortController>(undefined)
  const ask = async (account: Account): Promise<void> => {
    stopper.current = new AbortController()
    const { signal } = stopper.current
    setStage({ at: 'asking', account, found: 0 })
    const onProgress = (found: number) => !signal.aborted && setStage({ at: 'asking', account, found })
    const result = await askForMutual(account, { signal, onProgress })
    if (signal.aborted) return
    setStage(typeof result === 'string' ? { at: 'failed', account, problem: result } : { at: 'found', mutual: result })
  }
  const again = () => {
    stopper.current?.abort()
    setStage({ at: 'typing' })
  }
  return { stage, ask, stop: again, again }
}
