/** Changing a room while it is open: name, end, topics, places to find each other. */
import type { Input, RoomFace } from '@kith/protocol'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../client/call.ts'
import type { CallError } from '../../client/result.ts'
import { host as words } from '../../i18n/en/host.ts'
import { open as openWords } from '../../i18n/en/open.ts'
import { useMessages } from '../../i18n/messages.ts'
import { formatDay, formatTime } from '../../i18n/time.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Card } from '../../ui/place-card.tsx'
import { ChipList } from '../open/chip-list.tsx'
import { fieldOf, LONGEST, MOST_SPOTS, MOST_TOPICS } from '../open/draft.ts'
import { TimeBox } from '../open/time-box.tsx'
import { Trouble } from '../room/trouble.tsx'
import '../open/open.css'

export interface ChangeProps {
  face: RoomFace
  now: number
  /** Changed, or left as it was. */
  onDone: (changed: boolean) => void
}

interface Changed {
  readonly name: string
  readonly ends: number
  readonly topics: readonly string[]
  readonly spots: readonly string[]
}

export const Change = ({ face, now, onDone }: ChangeProps) => {
  const say = useMessages(words)
  const sayOpen = useMessages(openWords)
  const { draft, change, save, pending, refused, trouble, forgive } = useChanging(face, onDone)
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  return (
    <Card padding="wide" className="desk-change">
      <h2 tabIndex={-1} ref={head}>
        {say.changeHead}
      </h2>
      <Field
        label={say.name}
        value={draft.name}
        onChange={(name) => change({ name })}
        maxLength={80}
        autoComplete="off"
      />
      <TimeBox
        label={say.end}
        words={sayOpen.at(formatDay(draft.ends, now), formatTime(draft.ends))}
        value={draft.ends}
        onChange={(ends) => change({ ends: ends ?? face.ends })}
        min={now}
        max={face.begins + LONGEST}
        error={refused === 'ends' ? say.endRefused : undefined}
      />
      <div>
        <h3>{sayOpen.topicsList}</h3>
        <p className="k-field-help">{say.topicsKept}</p>
        <ChipList
          label={sayOpen.anotherTopic}
          add={sayOpen.add}
          listLabel={sayOpen.topicsList}
          items={draft.topics}
          onChange={(topics) => change({ topics })}
          most={MOST_TOPICS}
          full={sayOpen.topicsFull}
          maxLength={40}
          error={refused === 'topics' ? say.topicsRefused : undefined}
        />
      </div>
      <div>
        <h3>{sayOpen.spotsList}</h3>
        <ChipList
          label={sayOpen.anotherSpot}
          add={sayOpen.add}
          listLabel={sayOpen.spotsList}
          items={draft.spots}
          onChange={(spots) => change({ spots })}
          most={MOST_SPOTS}
          full={sayOpen.spotsFull}
          maxLength={30}
        />
      </div>
      <Trouble error={trouble} onClose={forgive} />
      <Button kind="primary" block pending={pending} onPress={() => void save()}>
        {say.save}
      </Button>
      <Button block onPress={() => onDone(false)}>
        {say.cancel}
      </Button>
    </Card>
  )
}

const useChanging = (face: RoomFace, onDone: ChangeProps['onDone']) => {
  const [draft, setDraft] = useState<Changed>({
    name: face.name,
    ends: face.ends,
    topics: face.topics,
    spots: face.spots,
  })
  const [pending, setPending] = useState(false)
  const [refused, setRefused] = useState<'ends' | 'topics'>()
  const [trouble, setTrouble] = useState<CallError>()
  const save = async (): Promise<void> => {
    const changes = changesIn(face, draft)
    setTrouble(undefined)
    setRefused(undefined)
    if (Object.keys(changes).length === 0) return onDone(false)
    setPending(true)
    const result = await call('host.change', { code: face.code, ...changes })
    setPending(false)
    if (result.ok) return onDone(true)
    const { error } = result
    const field = error.error === 'bad-input' ? fieldOf(error.field) : undefined
    if (field === 'topics') setDraft({ ...draft, topics: face.topics })
    if (field === 'topics' || field === 'ends') setRefused(field)
    else setTrouble(error)
  }
  return {
    draft,
    change: (part: Partial<Changed>) => setDraft({ ...draft, ...part }),
    save,
    pending,
    refused,
    trouble,
    forgive: () => setTrouble(undefined),
  }
}

/** Only what is different: what is sent is checked, and an end that is nearly over could not be sent again. */
export const changesIn = (face: RoomFace, draft: Changed): Omit<Input<'host.change'>, 'code'> => {
  const name = draft.name.trim()
  return {
    ...(name !== '' && name !== face.name && { name }),
    ...(draft.ends !== face.ends && { ends: draft.ends }),
    ...(isOther(draft.topics, face.topics) && { topics: [...draft.topics] }),
    ...(isOther(draft.spots, face.spots) && { spots: [...draft.spots] }),
  }
}

const isOther = (a: readonly string[], b: readonly string[]): boolean =>
  a.length !== b.length || a.some((words, i) => words !== b[i])
