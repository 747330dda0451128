/** When a room begins and ends, as one says it: "Now", "Today, 22:10". */
import { open as words } from '../../i18n/en/open.ts'
import { useMessages } from '../../i18n/messages.ts'
import { formatDay, formatTime } from '../../i18n/time.ts'
import { beginsOf, type Draft, endsOf, LONGEST, MOST_AHEAD } from './draft.ts'
import { TimeBox } from './time-box.tsx'

export interface WhenProps {
  draft: Draft
  now: number
  change: (part: Partial<Draft>) => void
  begins: string | undefined
  ends: string | undefined
}

export const When = ({ draft, now, change, begins: beginsWrong, ends: endsWrong }: WhenProps) => {
  const say = useMessages(words)
  const begins = beginsOf(draft, now)
  const ends = endsOf(draft, now)
  const at = (seconds: number): string => say.at(formatDay(seconds, now), formatTime(seconds))
  return (
    <section>
      <h2>{say.when}</h2>
      <div className="open-when">
        <TimeBox
          label={say.begins}
          words={draft.begins === undefined ? say.now : at(begins)}
          value={begins}
          onChange={(next) => change({ begins: next, ends: moved(draft, next) })}
          min={now}
          max={now + MOST_AHEAD}
          reset={draft.begins === undefined ? undefined : say.now}
          error={beginsWrong}
        />
        <TimeBox
          label={say.ends}
          words={at(ends)}
          value={ends}
          onChange={(next) => change({ ends: next })}
          min={begins}
          max={begins + LONGEST}
          reset={draft.ends === undefined ? undefined : say.threeHours}
          error={endsWrong}
        />
      </div>
      <p className="k-field-help">{say.dayAtMost}</p>
    </section>
  )
}

/** Another beginning takes an end along that would lie before it or a day after. */
const moved = ({ ends }: Draft, begins: number | undefined): number | undefined =>
  ends !== undefined && begins !== undefined && (ends <= begins || ends > begins + LONGEST) ? undefined : ends
