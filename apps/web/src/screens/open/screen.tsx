/** Opening a room: a name is enough. What is wrong is said beside its field, and nothing that was typed is lost. */
import UserRoundCheck from 'lucide-react/icons/user-round-check'
import { open as words } from '../../i18n/en/open.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useSnapshot } from '../../state/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Dock } from '../../ui/dock.tsx'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { BackBar, Page } from '../../ui/page.tsx'
import { SmallSwitch } from '../../ui/switch.tsx'
import { Trouble } from '../room/trouble.tsx'
import { nodOf } from './draft.ts'
import { Size, Spots, Topics } from './parts.tsx'
import { useOpening } from './use-opening.ts'
import { When } from './when.tsx'
import './open.css'

const OpenRoom = () => {
  const say = useMessages(words)
  // Whoever opens a room is in it: the store listens from here on.
  useSnapshot(({ session }) => session)
  const form = useOpening()
  const { draft, change, wrong } = form
  return (
    <Page
      className="open-room"
      top={<BackBar href="/" />}
      dock={
        <Dock form="stack">
          <Button kind="primary" block pending={form.pending} onPress={() => void form.open()}>
            {say.open}
          </Button>
          <p className="k-note">{say.openNote}</p>
        </Dock>
      }
    >
      <div className="open-form" ref={form.root}>
        <h1 tabIndex={-1}>{say.head}</h1>
        <Trouble error={form.trouble} onClose={form.forgive} />
        <Field
          label={say.name}
          question
          value={draft.name}
          onChange={(name) => change({ name })}
          maxLength={80}
          autoComplete="off"
          enterKeyHint="next"
          required
          error={wrong('name')}
        />
        <Size draft={draft} change={change} />
        <When draft={draft} now={form.now} change={change} begins={wrong('begins')} ends={wrong('ends')} />
        <Topics draft={draft} change={change} error={wrong('topics')} />
        <Spots draft={draft} change={change} error={wrong('spots')} />
        <Field
          label={say.hostName}
          help={say.hostNameWho}
          value={draft.hostName}
          onChange={(hostName) => change({ hostName })}
          maxLength={40}
          autoComplete="given-name"
          enterKeyHint="done"
          error={wrong('hostName')}
        />
        <SmallSwitch
          card
          icon={<Icon of={UserRoundCheck} />}
          strong={say.byNod}
          soft={say.byNodWhat}
          on={nodOf(draft)}
          onChange={(byNod) => change({ byNod })}
        />
      </div>
    </Page>
  )
}

export default OpenRoom
