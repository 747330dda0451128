/** Looking up a code that somebody typed: ten wrong ones a minute from one session, 200 from one address, then wait. */
import { Refusal } from '../services/refusal.ts'
import type { Services } from '../services/services.ts'
import type { Caller } from './handler.ts'

export const byCode = async <T>({ limits }: Services, caller: Caller, look: () => T | Promise<T>): Promise<T> => {
  await limits.mayTryCode(caller)
  try {
    return await look()
  } catch (error) {
    const isWrong = error instanceof Refusal && error.wire.error === 'no-room'
    if (isWrong) await limits.wrongCode(caller)
    throw error
  }
}
