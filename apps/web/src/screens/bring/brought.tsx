/** The list is at the server, and counts when one is in this room, or from the next one on. */
import { bring } from '../../i18n/en/bring.ts'
import { useMessages } from '../../i18n/messages.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Dock } from '../../ui/dock.tsx'
import { ImportProgress } from '../../ui/import-progress.tsx'
import { Page } from '../../ui/page.tsx'

export interface BroughtProps {
  people: number
  code: string | undefined
  counts: 'when-in' | 'next-room'
}

export const Brought = ({ people, code, counts }: BroughtProps) => {
  const say = useMessages(bring)
  const dock = (
    <Dock form="two">
      <ButtonLink href="/people">{say.toPeople}</ButtonLink>
      <ButtonLink kind="primary" href={code === undefined ? '/join' : `/r/${code}`}>
        {code === undefined ? say.join : say.toRoom}
      </ButtonLink>
    </Dock>
  )
  return (
    <Page className="bring-progress" dock={dock}>
      <div className="bring-middle">
        <ImportProgress ready={people} all={people} />
        <h1 tabIndex={-1}>{say.broughtHead(people)}</h1>
        <p className="k-lead">{counts === 'when-in' ? say.broughtReady : say.brought}</p>
      </div>
    </Page>
  )
}
