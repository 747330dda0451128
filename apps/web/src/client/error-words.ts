/** An error as people read it. */
import { errors } from '../i18n/en/errors.ts'
import { inLanguage } from '../i18n/messages.ts'
import type { CallError } from './result.ts'

export const errorWords = (error: CallError): string => {
  const say = inLanguage(errors)
  if (error.error === 'too-much' && error.retryAfter !== undefined) return say.waitFor(error.retryAfter)
  if (error.error === 'internal' && error.id !== undefined) return say.withId(say.internal, error.id)
  return say[error.error]
}
