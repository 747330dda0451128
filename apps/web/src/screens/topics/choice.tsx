/** Choosing topics: the room's as chips, one's own as chips with ×. */
import type { RoomView } from '@kith/protocol'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { errorWords } from '../../client/error-words.ts'
import { topics } from '../../i18n/en/topics.ts'
import { useMessages } from '../../i18n/messages.ts'
import { stepWords } from '../../i18n/plural.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Chip, Chips, RemovableChip } from '../../ui/chip.tsx'
import { Dock } from '../../ui/dock.tsx'
import { Field } from '../../ui/field.tsx'
import { BackBar, Page, PageHead } from '../../ui/page.tsx'
import { EveningBand } from '../try/evening-band.tsx'
import {
  type Added,
  type Chosen,
  countOf,
  LONGEST,
  MOST_TAPS,
  NOTHING,
  withOwn,
  withoutOwn,
  withTap,
} from './chosen.ts'
import { tapTopics } from './tap.ts'

export const TopicChoice = ({ room }: { room: RoomView }) => {
  const say = useMessages(topics)
  const { face } = room
  const [, navigate] = useLocation()
  const [chosen, setChosen] = useState<Chosen>(NOTHING)
  const [isPending, setPending] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const href = `/r/${face.code}`
  const go = async (): Promise<void> => {
    if (countOf(chosen) === 0) return navigate(href)
    setPending(true)
    const error = await tapTopics(face.code, chosen)
    setPending(false)
    if (error === undefined) navigate(href)
    else setTrouble(say.failed(errorWords(error)))
  }
  const skip = (
    <ButtonLink kind="text" href={href}>
      {say.skip}
    </ButtonLink>
  )
  const dock = (
    <Dock form="stack">
      <p role="alert">{trouble}</p>
      <Button kind="primary" block pending={isPending} onPress={() => void go()}>
        {say.go}
      </Button>
      <p className="k-note">{say.once}</p>
    </Dock>
  )
  const hasTopics = face.topics.length > 0
  return (
    <Page
      className="topics"
      top={
        <>
          <EveningBand />
          <BackBar href={href} words={say.room} end={skip} />
        </>
      }
      dock={dock}
    >
      <PageHead kicker={face.name} head={say.head} lead={hasTopics ? say.lead : say.leadNone} />
      {hasTopics && <HostTopics room={room} chosen={chosen} onChange={setChosen} />}
      <p className="topics-count" role="status">
        {countOf(chosen) === 0 ? say.none : say.chosen(countOf(chosen))}
      </p>
      <OwnWords chosen={chosen} hosts={face.topics} onChange={setChosen} />
    </Page>
  )
}

interface ChoiceProps {
  chosen: Chosen
  onChange: (chosen: Chosen) => void
}

const HostTopics = ({ room, chosen, onChange }: ChoiceProps & { room: RoomView }) => {
  const say = useMessages(topics)
  const { face } = room
  return (
    <Chips label={say.list}>
      {face.topics.map((words, index) => (
        <Chip
          key={words}
          words={words}
          chosen={chosen.host.includes(index)}
          disabled={countOf(chosen) >= MOST_TAPS && !chosen.host.includes(index)}
          sum={face.topicSums[index] ? say.here(stepWords(face.topicSums[index])) : undefined}
          onChange={(on) => onChange(withTap(chosen, index, on))}
        />
      ))}
    </Chips>
  )
}

const OwnWords = ({ chosen, hosts, onChange }: ChoiceProps & { hosts: readonly string[] }) => {
  const say = useMessages(topics)
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<Added['problem']>()
  const add = () => {
    const added = withOwn(chosen, text, hosts)
    setProblem(added.problem)
    if (added.problem !== undefined) return
    onChange(added.chosen)
    setText('')
  }
  return (
    <div className="topics-own">
      <Field
        label={hosts.length > 0 ? say.own : say.ownAlone}
        help={say.ownHelp}
        value={text}
        onChange={setText}
        maxLength={LONGEST}
        enterKeyHint="done"
        error={problem === 'full' ? say.full : problem === 'twice' ? say.twice : undefined}
        action={{ words: say.add, onPress: add, disabled: text.trim() === '' }}
      />
      {chosen.own.length > 0 && (
        <Chips label={say.ownAlone}>
          {chosen.own.map((words) => (
            <RemovableChip key={words} words={words} onRemove={() => onChange(withoutOwn(chosen, words))} />
          ))}
        </Chips>
      )}
    </div>
  )
}
