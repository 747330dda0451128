/** The messages in order, then what this device has not sent yet. */
import type { IntroductionView, MessageView } from '@kith/protocol'
import { errorWords } from '../../client/error-words.ts'
import { talk as words } from '../../i18n/en/talk.ts'
import { useMessages } from '../../i18n/messages.ts'
import { formatTime, formatUntil } from '../../i18n/time.ts'
import type { UnsentMessage } from '../../state/hooks.ts'
import { useNow } from '../../state/hooks.ts'
import { store } from '../../state/store.ts'
import { Button } from '../../ui/button.tsx'
import { Message, MessageList } from '../../ui/message.tsx'
import { useNameOf } from '../introduction/person.ts'

export interface ThreadProps {
  one: IntroductionView
  messages: readonly MessageView[]
  unsent: readonly UnsentMessage[]
}

export const Thread = ({ one, messages, unsent }: ThreadProps) => {
  const say = useMessages(words)
  const name = useNameOf(one)
  const now = useNow(60_000)
  const arrived = new Set(messages.map(({ clientId }) => clientId))
  // Between the server's answer and the outbox forgetting it, a message is in both.
  const waiting = unsent.filter(({ id }) => !arrived.has(id))
  const readHere = lastRead(messages, one.theyRead)
  return (
    <MessageList label={say.messages} count={messages.length + waiting.length}>
      {messages.map((message, i) => (
        <Message
          key={message.clientId}
          mine={message.mine}
          text={message.text}
          who={message.mine ? say.youSaid : name}
          time={isSaidLater(message, messages[i + 1]) ? formatUntil(message.sentAt, now) : undefined}
          read={message.seq === readHere}
          madeUp={message.madeUp === true}
        />
      ))}
      {waiting.map((message) => (
        <Unsent key={message.id} message={message} />
      ))}
    </MessageList>
  )
}

const Unsent = ({ message }: { message: UnsentMessage }) => {
  const say = useMessages(words)
  const { state, text, id, writtenAt } = message
  if (state === 'sending') {
    return <Message mine text={text} who={say.youSaid} time={formatTime(Math.floor(writtenAt / 1000))} />
  }
  if (state === 'not-sent') return <Message mine unsent text={text} who={say.youSaid} />
  return (
    <li className="refused">
      <p>{text}</p>
      <p className="k-note" role="alert">
        <b>{say.refused}</b> {errorWords(state.refused)}
      </p>
      <Button kind="text" onPress={() => void store.outbox.drop(id)}>
        {say.discard}
      </Button>
    </li>
  )
}

/** The time stands under the last of what was said within five minutes by one of the two. */
const isSaidLater = (message: MessageView, next: MessageView | undefined): boolean =>
  next === undefined || next.mine !== message.mine || next.sentAt - message.sentAt > 300

/** *Read* stands once, at the last of one's own that the other has read. */
const lastRead = (messages: readonly MessageView[], theyRead: number): number | undefined =>
  messages.findLast(({ mine, seq }) => mine && seq <= theyRead)?.seq
