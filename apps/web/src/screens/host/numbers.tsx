/** People in, exactly; other sums not under five; and who came in each minute. */
import type { DeskView } from '@kith/protocol'
import { host as words } from '../../i18n/en/host.ts'
import { useMessages } from '../../i18n/messages.ts'
import { formatNumber } from '../../i18n/plural.ts'
import { formatTime } from '../../i18n/time.ts'
import { Bars, Figures } from '../../ui/bars.tsx'
import { minutesOf } from './peak.ts'

export const Numbers = ({ desk }: { desk: DeskView }) => {
  const say = useMessages(words)
  const { joins, from, to, peak } = minutesOf(desk.joins, desk.firstMinute)
  const { introductions, wavesWaiting } = desk
  const sum = (step: number): string => (step === 0 ? say.few : say.sum(step))
  return (
    <Figures
      label={say.evening}
      figures={[
        { number: formatNumber(desk.people), words: say.peopleIn(desk.people) },
        { number: sum(introductions), words: say.introductions },
        { number: sum(wavesWaiting), words: say.waves },
      ]}
    >
      {(introductions === 0 || wavesWaiting === 0) && <p className="k-note">{say.fewMeans}</p>}
      <Bars
        minutes={joins}
        caption={peak === undefined ? say.nobodyJoined : say.joining(peak.joins, formatTime(peak.at))}
        from={formatTime(from)}
        to={say.now(formatTime(to))}
      />
    </Figures>
  )
}
