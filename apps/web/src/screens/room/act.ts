/** Doing something at the server from a screen: what is on its way, and what went wrong last. */
import { useCallback, useState } from 'react'
import type { CallError, Result } from '../../client/result.ts'

export interface Acting {
  /** Keys of what is on its way. */
  readonly pending: ReadonlySet<string>
  readonly trouble: CallError | undefined
  /** The value, or `undefined` when it failed and `trouble` says how. */
  readonly act: <T>(key: string, run: () => Promise<Result<T>>) => Promise<T | undefined>
  readonly forgive: () => void
}

export const useActing = (): Acting => {
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set())
  const [trouble, setTrouble] = useState<CallError>()
  const act = useCallback(async <T>(key: string, run: () => Promise<Result<T>>): Promise<T | undefined> => {
    setTrouble(undefined)
    setPending((before) => new Set(before).add(key))
    const result = await run()
    setPending((before) => new Set([...before].filter((other) => other !== key)))
    if (result.ok) return result.value
    setTrouble(result.error)
    return undefined
  }, [])
  const forgive = useCallback(() => setTrouble(undefined), [])
  return { pending, trouble, act, forgive }
}
