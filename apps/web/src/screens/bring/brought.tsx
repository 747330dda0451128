/** The list is at the server and counts from the next room on. */
import { bring } from '../../i18n/en/bring.ts'
import { useMessages } from '../../i18n/messages.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Dock } from '../../ui/dock.tsx'
import { ImportProgress } from '../../ui/import-progress.tsx'
import { Page } from '../../ui/page.tsx'

export const Brought = ({ people, code }: { people: number; code: string | undefined }) => {
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
        <p className="k-lead">{say.brought}</p>
      </div>
    </Page>
  )
}
