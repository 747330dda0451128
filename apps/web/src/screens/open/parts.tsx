/** Parts of the form of a new room: how many people, topics, places to find each other. */
import { open as words } from '../../i18n/en/open.ts'
import { useMessages } from '../../i18n/messages.ts'
import { formatNumber } from '../../i18n/plural.ts'
import { Choices } from '../../ui/choices.tsx'
import { ChipList } from './chip-list.tsx'
import { type Draft, MOST_SPOTS, MOST_TOPICS, placesFor, SIZES } from './draft.ts'

export interface PartProps {
  draft: Draft
  change: (part: Partial<Draft>) => void
  error?: string | undefined
}

export const Size = ({ draft, change }: PartProps) => {
  const say = useMessages(words)
  return (
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
  )
}

export const Topics = ({ draft, change, error }: PartProps) => {
  const say = useMessages(words)
  return (
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
        error={error}
      />
    </section>
  )
}

export const Spots = ({ draft, change, error }: PartProps) => {
  const say = useMessages(words)
  return (
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
        error={error}
      />
    </section>
  )
}
