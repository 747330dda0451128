/** *Show five more*: they appear when both have tapped (REV5). */
import type { IntroductionView } from '@kith/protocol'
import Check from 'lucide-react/icons/check'
import { call } from '../../client/call.ts'
import { introduction as words } from '../../i18n/en/introduction.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useActing } from '../room/act.ts'
import { Trouble } from '../room/trouble.tsx'
import { useNameOf } from './person.ts'

export const FiveMore = ({ one }: { one: IntroductionView }) => {
  const say = useMessages(words)
  const name = useNameOf(one)
  const { act, pending, trouble, forgive } = useActing()
  if (one.more === 0 || one.gone) return null
  const ask = (on: boolean): void => void act('more', () => call('introductions.more', { id: one.id, on }))
  const busy = pending.has('more')
  return (
    <div className="five-more">
      <Trouble error={trouble} onClose={forgive} />
      {one.asked === 'you' ? (
        <>
          <p className="k-state" role="status">
            <Icon of={Check} size={26} />
            <span>{say.youAsked}</span>
          </p>
          <p className="k-note">{say.whenTheyTap(name)}</p>
          <Button kind="text" pending={busy} onPress={() => ask(false)}>
            {say.takeBack}
          </Button>
        </>
      ) : (
        <>
          <p role="status">{one.asked === 'they' && say.theyAsk(name)}</p>
          <Button block pending={busy} onPress={() => ask(true)}>
            {say.fiveMore(one.more)}
          </Button>
          {one.asked === 'nobody' && <p className="k-note">{say.askedToo(name)}</p>}
        </>
      )}
    </div>
  )
}
