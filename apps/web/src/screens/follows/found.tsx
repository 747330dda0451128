/** Those who follow each other with oneself, before they are handed to the import. */
import { follows } from '../../i18n/en/follows.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Dock } from '../../ui/dock.tsx'
import { PageHead } from '../../ui/page.tsx'
import { PersonRow, Rows } from '../../ui/person-row.tsx'
import { Frame } from './frame.tsx'
import { handOver } from './handover.ts'
import type { Mutual } from './mutual.ts'

/** So many are shown; all are brought, and listed there. */
const SHOWN = 12

export interface FoundProps {
  mutual: Mutual
  back: string
  onAgain: () => void
}

export const Found = ({ mutual, back, onAgain }: FoundProps) => {
  const say = useMessages(follows)
  const { people, following, followers, isCut } = mutual
  const take = () => {
    handOver(mutual)
    location.assign(back)
  }
  const dock = (
    <Dock form="two">
      <Button onPress={onAgain}>{say.another}</Button>
      {people.length > 0 && (
        <Button kind="primary" onPress={take}>
          {say.take}
        </Button>
      )}
    </Dock>
  )
  const head = people.length === 1 ? say.foundOne : say.found(people.length)
  return (
    <Frame back={back} dock={dock}>
      <PageHead
        kicker={mutual.account}
        head={head}
        lead={people.length === 0 ? say.none : say.foundOf(following, followers)}
        {...(isCut ? { note: say.cut } : {})}
      />
      {people.length > 0 && (
        <Rows label={head}>
          {people.slice(0, SHOWN).map(({ name, handle }) => (
            <PersonRow key={handle} name={name} soft={handle.replace(/^[a-z]+:/, '')} />
          ))}
        </Rows>
      )}
    </Frame>
  )
}
