/** While marks are made: my circle alone, its beads lit as people become ready (04b). */
import { bring } from '../../i18n/en/bring.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Dock } from '../../ui/dock.tsx'
import { ImportProgress } from '../../ui/import-progress.tsx'
import { Page } from '../../ui/page.tsx'
import type { Stage } from './bringing.ts'

export interface ProgressProps {
  stage: Extract<Stage, { at: 'preparing' | 'sealing' }>
  people: number
  onStop: () => void
}

export const Progress = ({ stage, people, onStop }: ProgressProps) => {
  const say = useMessages(bring)
  const isSealing = stage.at === 'sealing'
  const [ready, all] = isSealing ? [people, people] : [stage.ready, stage.all]
  const head = isSealing ? say.sealing : ready * 2 > all ? say.almost : say.preparing
  const dock = (
    <Dock form="stack">
      <Button block onPress={onStop}>
        {say.stop}
      </Button>
      <p className="k-note">{say.stopHow(ready)}</p>
    </Dock>
  )
  return (
    <Page className="bring-progress" {...(isSealing ? {} : { dock })}>
      <div className="bring-middle">
        <ImportProgress ready={ready} all={all} />
        <h1 tabIndex={-1}>{head}</h1>
        <p className="k-lead" role="status">
          {stage.at === 'preparing' && stage.isWaiting ? say.waiting : say.preparingHow}
        </p>
      </div>
    </Page>
  )
}
