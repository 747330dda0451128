/** "How do you know Carla?" The answer is a message, and with one more tap the story that others see, too (CONV1). */
import type { IntroductionView } from '@kith/protocol'
import { type FormEvent, useState } from 'react'
import { call } from '../../client/call.ts'
import { introduction as words } from '../../i18n/en/introduction.ts'
import { useMessages } from '../../i18n/messages.ts'
import { refreshLabels } from '../../state/labels.ts'
import { store } from '../../state/store.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useActing } from '../room/act.ts'
import { Trouble } from '../room/trouble.tsx'
import { useNameOf } from './person.ts'

/** A story is as long as that on the wire. */
const LONGEST = 140

export interface TellStoryProps {
  one: IntroductionView
  /** One's own entry of the friend. */
  entry: string
  /** The friend's name on this device. */
  friend: string
  onDone: () => void
}

export const TellStory = ({ one, entry, friend, onDone }: TellStoryProps) => {
  const [said, setSaid] = useState<string>()
  const send = (text: string): void => {
    store.write(one.id, text)
    setSaid(text)
  }
  return said === undefined ? (
    <Answer one={one} friend={friend} onSend={send} onCancel={onDone} />
  ) : (
    <KeepAsStory entry={entry} story={said} onDone={onDone} />
  )
}

interface AnswerProps {
  one: IntroductionView
  friend: string
  onSend: (text: string) => void
  onCancel: () => void
}

const Answer = ({ one, friend, onSend, onCancel }: AnswerProps) => {
  const say = useMessages(words)
  const name = useNameOf(one)
  const [text, setText] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (text.trim() !== '') onSend(text.trim())
  }
  return (
    <form className="tell-story" onSubmit={submit}>
      <Field
        label={say.howDoYouKnow(friend.split(' ')[0] ?? friend)}
        help={say.answerIs(name)}
        value={text}
        onChange={setText}
        maxLength={LONGEST}
        enterKeyHint="send"
      />
      <div className="k-acts">
        <Button type="submit">{say.sendAnswer}</Button>
        <Button kind="text" onPress={onCancel}>
          {say.cancel}
        </Button>
      </div>
    </form>
  )
}

const KeepAsStory = ({ entry, story, onDone }: { entry: string; story: string; onDone: () => void }) => {
  const say = useMessages(words)
  const { act, pending, trouble, forgive } = useActing()
  const keep = async (): Promise<void> => {
    if ((await act('tell', () => call('contacts.tell', { entry, story }))) === undefined) return
    const { keepStory } = await import('../../device/book.ts')
    // The server has it; a device that cannot keep it only asks again.
    await keepStory(entry, story).catch(() => {})
    await refreshLabels()
    onDone()
  }
  return (
    <div className="tell-story">
      <p role="status">
        <b>{say.makeStory}</b>
      </p>
      <p className="k-note">{say.makeStoryWhy}</p>
      <Trouble error={trouble} onClose={forgive} />
      <div className="k-acts">
        <Button pending={pending.has('tell')} onPress={() => void keep()}>
          {say.makeStoryYes}
        </Button>
        <Button kind="text" onPress={onDone}>
          {say.makeStoryNo}
        </Button>
      </div>
    </div>
  )
}
