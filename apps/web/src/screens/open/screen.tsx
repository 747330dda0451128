/** Opening a room: a name is enough. What is wrong is said beside its field, and nothing that was typed is lost. */
import UserRoundCheck from 'lucide-react/icons/user-round-check'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../client/call.ts'
import type { CallError } from '../../client/result.ts'
import { open as words } from '../../i18n/en/open.ts'
import { useMessages } from '../../i18n/messages.ts'
import { formatNumber } from '../../i18n/plural.ts'
import { useNow, useSnapshot } from '../../state/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Dock } from '../../ui/dock.tsx'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { BackBar, Page } from '../../ui/page.tsx'
import { SmallSwitch } from '../../ui/switch.tsx'
import { keepHostKey } from '../host/host-key.ts'
import { Trouble } from '../room/trouble.tsx'
import { putMadeUpBookAway } from '../try/made-up-people.ts'
import { ChipList } from './chip-list.tsx'
import {
  type Draft,
  type Field as DraftField,
  fieldOf,
  inputOf,
  type Mistakes,
  MOST_SPOTS,
  MOST_TOPICS,
  mistakesIn,
  nodOf,
  placesFor,
  SIZES,
} from './draft.ts'
import { keepDraft, keptDraft } from './kept-draft.ts'
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
        <section>
          <h2>{say.size}</h2>
          <Choices
            label={say.size}
            options={SIZES.map((value) => ({ value, words: formatNumber(value) }))}
            value={draft.size}
            onChange={(size) => change({ size })}
          />
          <p className="k-field-help">{say.places(placesFor(draft.size))}</p>
        </section>
        <When draft={draft} now={form.now} change={change} begins={wrong('begins')} ends={wrong('ends')} />
        <section>
          <h2>{say.topics}</h2>
          <p className="k-field-help">{say.topicsHow}</p>
          <ChipList
            label={say.anotherTopic}
            add={say.add}
            listLabel={say.topicsList}
            items={draft.topics}
            onChange={(topics) => change({ topics })}
            most={MOST_TOPICS}
            full={say.topicsFull}
            maxLength={40}
            error={wrong('topics')}
          />
        </section>
        <section>
          <h2>{say.spots}</h2>
          <p className="k-field-help">{say.spotsHow}</p>
          <ChipList
            label={say.anotherSpot}
            add={say.add}
            listLabel={say.spotsList}
            items={draft.spots}
            onChange={(spots) => change({ spots })}
            most={MOST_SPOTS}
            full={say.spotsFull}
            maxLength={30}
            error={wrong('spots')}
          />
        </section>
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

const useOpening = () => {
  const say = useMessages(words)
  const now = useNow()
  const [, navigate] = useLocation()
  const [draft, setDraft] = useState<Draft>(keptDraft)
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const [refused, setRefused] = useState<DraftField>()
  const [trouble, setTrouble] = useState<CallError>()
  const [pending, setPending] = useState(false)
  const [tries, setTries] = useState(0)
  const root = useRef<HTMLDivElement>(null)

  const change = (part: Partial<Draft>): void => {
    const next = { ...draft, ...part }
    setDraft(next)
    keepDraft(next)
    setRefused(undefined)
    // Nothing is called wrong before one has tried; from then on what was mended is no longer.
    if (Object.keys(mistakes).length > 0) setMistakes(mistakesIn(next, now))
  }
  const wrong = (field: DraftField): string | undefined => {
    const mistake = mistakes[field]
    return mistake !== undefined ? say.wrong[mistake] : refused === field ? say.fieldWrong : undefined
  }
  const open = async (): Promise<void> => {
    const found = mistakesIn(draft, now)
    setMistakes(found)
    setTrouble(undefined)
    setTries(tries + 1)
    if (Object.keys(found).length > 0) return
    setPending(true)
    const result = await call('rooms.open', inputOf(draft))
    setPending(false)
    if (!result.ok) {
      const field = result.error.error === 'bad-input' ? fieldOf(result.error.field) : undefined
      if (field === undefined) setTrouble(result.error)
      else setRefused(field)
      return
    }
    const { code } = result.value.room.face
    keepHostKey(code, result.value.hostKey)
    keepDraft(undefined)
    await putMadeUpBookAway()
    navigate(`/r/${code}`)
  }
  // After a try the first wrong field takes the focus, so that it is heard and seen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: not with every letter typed while something is wrong
  useEffect(() => {
    root.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [tries, refused])
  return { draft, change, wrong, open, now, pending, trouble, forgive: () => setTrouble(undefined), root }
}

export default OpenRoom
