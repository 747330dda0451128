/** My people, as this device has them: search, make private, delete, bring again. */
import FileUp from 'lucide-react/icons/file-up'
import House from 'lucide-react/icons/house'
import { useCallback, useEffect, useState } from 'react'
import { areNamesMissing, type KeptPerson, loadPeople } from '../../device/book.ts'
import { bring } from '../../i18n/en/bring.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useMy } from '../../state/hooks.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Dock } from '../../ui/dock.tsx'
import { Doorway } from '../../ui/doorway.tsx'
import { Hint } from '../../ui/hint.tsx'
import { Page, PageHead, TopBar } from '../../ui/page.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { EveningBand } from '../try/evening-band.tsx'
import { PeopleList } from './list.tsx'
import '../../ui/place-card.css'
import './people.css'

const Top = () => (
  <>
    <EveningBand />
    <TopBar current="people" />
  </>
)

const People = () => {
  const say = useMessages(bring)
  const my = useMy()
  const [people, setPeople] = useState<readonly KeptPerson[]>()
  const load = useCallback(() => void loadPeople().then((all) => setPeople(inOrder(all))), [])
  useEffect(load, [load])
  if (people === undefined) return <Waiting />
  if (areNamesMissing(my?.list, people.length)) return <NamesMissing people={my?.list?.entries ?? 0} />
  const dock = (
    <Dock form="stack">
      <ButtonLink kind={people.length === 0 ? 'primary' : 'outline'} block href="/bring">
        {people.length === 0 ? say.head : say.importAgain}
      </ButtonLink>
    </Dock>
  )
  return (
    <Page className="people" top={<Top />} dock={dock}>
      <PageHead head={say.mine} lead={people.length === 0 ? say.mineNone : say.mineWhat} />
      {people.length > 0 && <PeopleList people={people} onChanged={load} />}
    </Page>
  )
}

/** The server holds marks that this device has no names for (Safari deletes what was not visited for seven days). */
const NamesMissing = ({ people }: { people: number }) => {
  const say = useMessages(bring)
  return (
    <Page className="people" top={<Top />}>
      <PageHead head={say.lostHead} lead={say.lost(people)} />
      <div className="people-lost">
        <Doorway primary icon={FileUp} strong={say.lostAgain} soft={say.lostSame} href="/bring" />
        <Hint icon={House} small>
          {say.lostHome}
        </Hint>
      </div>
    </Page>
  )
}

const inOrder = (people: readonly KeptPerson[]): KeptPerson[] => {
  const { compare } = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true })
  return people.toSorted((a, b) => compare(a.label, b.label))
}

export default People
