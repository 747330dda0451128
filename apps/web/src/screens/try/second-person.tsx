/** Being a second person in the same browser, to try a room alone: only where this machine has two names. */
import UserRoundPlus from 'lucide-react/icons/user-round-plus'
import { tryOut as words } from '../../i18n/en/try.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Icon } from '../../ui/icon.tsx'
import { otherLoopback } from './other-loopback.ts'

export const SecondPerson = ({ path }: { path: string }) => {
  const say = useMessages(words)
  const href = otherLoopback(location.href, path)
  if (href === undefined) return null
  return (
    <a className="k-doorway" href={href} target="_blank" rel="noopener">
      <Icon of={UserRoundPlus} />
      <span>
        <strong>{say.second}</strong>
        <small>{say.secondWhat}</small>
      </span>
    </a>
  )
}
