/** How an introduced person is called. */
import type { IntroductionView } from '@kith/protocol'
import { introduction as words } from '../../i18n/en/introduction.ts'
import { useMessages } from '../../i18n/messages.ts'

export const useNameOf = (one: Pick<IntroductionView, 'name' | 'gone'>): string => {
  const say = useMessages(words)
  if (one.gone) return say.gone
  return one.name === '' ? say.someone : one.name
}
