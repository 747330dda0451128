/** One conversation (06): the ice-breaker, the messages in order, what is not sent yet, and where one writes. */
import type { IntroductionView } from '@kith/protocol'
import CloudOff from 'lucide-react/icons/cloud-off'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { pieces } from '../../i18n/en/pieces.ts'
import { talk as words } from '../../i18n/en/talk.ts'
import { useMessages } from '../../i18n/messages.ts'
import { formatUntil } from '../../i18n/time.ts'
import { useConnection, useNow, useThread, useUnsent } from '../../state/hooks.ts'
import { store } from '../../state/store.ts'
import { Button } from '../../ui/button.tsx'
import { Composer } from '../../ui/composer.tsx'
import { Dock, DockLine } from '../../ui/dock.tsx'
import { Face } from '../../ui/face.tsx'
import { Icon } from '../../ui/icon.tsx'
import { TalkBar } from '../../ui/page.tsx'
import { Card } from '../../ui/place-card.tsx'
import { useNameOf } from '../introduction/person.ts'
import { withIntroduction } from '../introduction/with-introduction.tsx'
import { Block } from '../room/block.tsx'
import { Frame } from '../room/frame.tsx'
import { Opener } from './opener.tsx'
import { Thread } from './thread.tsx'
import './talk.css'

const Talk = ({ one }: { one: IntroductionView }) => {
  const say = useMessages(words)
  const its = useMessages(pieces)
  const name = useNameOf(one)
  const [more, setMore] = useState(false)
  const [, go] = useLocation()
  const thread = useThread(one.id)
  const unsent = useUnsent(one.id)
  const now = useNow(60_000)
  useReading(one, thread.messages.at(-1)?.seq ?? 0)
  return (
    <Frame
      madeUp={one.madeUp}
      className="talk"
      top={
        <TalkBar
          href={`/i/${one.id}`}
          name={name}
          face={<Face name={name} size={48} gone={one.gone} />}
          end={
            <Button kind="plain" expanded={more} onPress={() => setMore(!more)}>
              {more ? its.less : its.more}
            </Button>
          }
        />
      }
      dock={one.gone ? undefined : <Writing one={one} />}
    >
      {more && (
        <Card padding="list">
          <Block who={{ introduction: one.id }} onBlocked={() => go('/talk')} onCancel={() => setMore(false)} />
        </Card>
      )}
      {one.gone ? <p className="k-note">{say.goneWords}</p> : <Opener one={one} />}
      {one.until !== undefined && <p className="k-note talk-kept">{say.keptFor(formatUntil(one.until, now))}</p>}
      <Thread one={one} messages={thread.messages} unsent={unsent} />
    </Frame>
  )
}

export default withIntroduction(Talk)

const Writing = ({ one }: { one: IntroductionView }) => {
  const say = useMessages(words)
  const name = useNameOf(one)
  const offline = useConnection().state === 'offline'
  const [text, setText] = useState('')
  const send = (said: string): void => {
    store.write(one.id, said)
    setText('')
  }
  return (
    <Dock
      above={
        offline ? (
          <DockLine icon={<Icon of={CloudOff} size={26} />}>
            <b>{say.offlineHead}</b> {say.offlineWhat}
          </DockLine>
        ) : undefined
      }
    >
      <Composer label={say.write(name)} value={text} onChange={setText} onSend={send} />
    </Dock>
  )
}

/** What is on the screen while somebody looks at it is read. */
const useReading = (one: IntroductionView, last: number): void => {
  const unread = one.unread > 0
  useEffect(() => {
    if (!unread || last === 0) return
    const read = (): void => {
      if (document.visibilityState === 'visible') store.read(one.id, last)
    }
    read()
    document.addEventListener('visibilitychange', read)
    return () => document.removeEventListener('visibilitychange', read)
  }, [one.id, last, unread])
}
