/** Reports to the host (SAFE2): remove somebody, or say that it is dealt with. */
import type { DeskView } from '@kith/protocol'
import { useState } from 'react'
import { call } from '../../client/call.ts'
import { host as words } from '../../i18n/en/host.ts'
import { useMessages } from '../../i18n/messages.ts'
import { formatTime } from '../../i18n/time.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Card } from '../../ui/place-card.tsx'
import type { Acting } from '../room/act.ts'
import { keepFocus } from './focus.ts'
import { showDesk } from './use-desk.ts'

type Report = DeskView['reports'][number]

export const Reports = ({ desk, acting }: { desk: DeskView; acting: Acting }) => {
  const say = useMessages(words)
  if (desk.reports.length === 0) return null
  return (
    <section className="desk-reports">
      <h2>{say.reports}</h2>
      {desk.reports.map((report) => (
        <ReportCard key={report.id} report={report} code={desk.code} acting={acting} />
      ))}
    </section>
  )
}

const ReportCard = ({ report, code, acting }: { report: Report; code: string; acting: Acting }) => {
  const say = useMessages(words)
  const [asking, setAsking] = useState(false)
  const { id, name, text, at, present } = report
  const act = async (method: 'host.remove' | 'host.closeReport'): Promise<void> => {
    const next = await acting.act(id, () => call(method, { code, report: id }))
    setAsking(false)
    if (next !== undefined) showDesk(next)
    keepFocus()
  }
  return (
    <Card label={say.reportAbout(name)}>
      <h3>{say.reportAbout(name)}</h3>
      <p>{text === '' ? say.reportNoText : text}</p>
      <p className="k-note">
        {say.reportAt(formatTime(at))} {!present && say.hasLeft}
      </p>
      <p className="desk-report-acts">
        <Button onPress={() => setAsking(true)}>{say.remove}</Button>
        <Button pending={acting.pending.has(id)} onPress={() => void act('host.closeReport')}>
          {say.dealtWith}
        </Button>
      </p>
      <Confirm
        open={asking}
        head={say.removeHead(name)}
        yes={say.remove}
        no={say.keep}
        pending={acting.pending.has(id)}
        onYes={() => void act('host.remove')}
        onNo={() => setAsking(false)}
      >
        <p>{say.removeWhat}</p>
      </Confirm>
    </Card>
  )
}
