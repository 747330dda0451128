/** The list of My people: a part of it, with a search; each can be made private or deleted, at once (CON4, CON5). */
import { useMemo, useState } from 'react'
import { errorWords } from '../../client/error-words.ts'
import type { KeptPerson } from '../../device/book.ts'
import { Importing } from '../../device/importing.ts'
import { bring } from '../../i18n/en/bring.ts'
import { inLanguage, useMessages } from '../../i18n/messages.ts'
import { refreshLabels } from '../../state/labels.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { SearchField } from '../../ui/field.tsx'
import { PersonRow, Rows } from '../../ui/person-row.tsx'

const PAGE = 50

export interface PeopleListProps {
  people: readonly KeptPerson[]
  onChanged: () => void
}

export const PeopleList = ({ people, onChanged }: PeopleListProps) => {
  const say = useMessages(bring)
  const [query, setQuery] = useState('')
  const [count, setCount] = useState(PAGE)
  const [trouble, setTrouble] = useState<string>()
  const [deleting, setDeleting] = useState<KeptPerson>()
  const found = useMemo(() => search(people, query), [people, query])
  const takeOut = async (person: KeptPerson, how: 'delete' | 'private'): Promise<void> => {
    setDeleting(undefined)
    setTrouble(await takenOut(person.id, how))
    onChanged()
  }
  const shown = found.slice(0, count)
  return (
    <>
      <SearchField label={say.search} value={query} onChange={setQuery} />
      <p className="people-found" role="status">
        {found.length === 0 ? say.noneFound : say.found(found.length)}
      </p>
      <p role="alert">{trouble}</p>
      <Rows label={say.mine}>
        {shown.map((person) => (
          <Mine key={person.id} person={person} onPrivate={takeOut} onDelete={setDeleting} />
        ))}
      </Rows>
      {found.length > count && (
        <Button block onPress={() => setCount(count + PAGE)}>
          {say.showMore(Math.min(PAGE, found.length - count))}
        </Button>
      )}
      <Confirm
        open={deleting !== undefined}
        head={say.deleteSure(deleting?.label ?? '')}
        yes={say.deleteYes}
        no={say.deleteNo}
        onYes={() => deleting && void takeOut(deleting, 'delete')}
        onNo={() => setDeleting(undefined)}
      />
    </>
  )
}

interface MineProps {
  person: KeptPerson
  onPrivate: (person: KeptPerson, how: 'private') => Promise<void>
  onDelete: (person: KeptPerson) => void
}

const Mine = ({ person, onPrivate, onDelete }: MineProps) => {
  const say = useMessages(bring)
  const { label, tie, sources, acquaintance, story } = person
  const parts = [say.ties[tie], acquaintance === 'online-only' ? say.onlineOnly : '', say.from(sources)]
  const soft = person.private ? say.privateState : parts.filter(Boolean).join(', ')
  return (
    <PersonRow name={label} soft={soft}>
      {story !== undefined && <p className="people-story">{say.withStory(story)}</p>}
      <div className="people-acts">
        {!person.private && (
          <Button kind="text" label={say.privateLabel(label)} onPress={() => void onPrivate(person, 'private')}>
            {say.makePrivate}
          </Button>
        )}
        <Button kind="text" label={say.deleteLabel(label)} onPress={() => onDelete(person)}>
          {say.delete}
        </Button>
      </div>
    </PersonRow>
  )
}

/** What went wrong, in words; at first the server, so that nobody is gone here and counts there. */
const takenOut = async (id: string, how: 'delete' | 'private'): Promise<string | undefined> => {
  const worker = new Importing()
  try {
    await worker.ask('open', { limit: 10_000 })
    const result = await worker.ask('takeOut', { id, how })
    void refreshLabels()
    return result.ok ? undefined : errorWords(result.error)
  } catch {
    return inLanguage(bring).broken
  } finally {
    worker.close()
  }
}

const search = (people: readonly KeptPerson[], query: string): readonly KeptPerson[] => {
  const wanted = query.normalize('NFKC').toLowerCase().split(/\s+/u).filter(Boolean)
  if (wanted.length === 0) return people
  return people.filter(({ label, identifiers, sources }) => {
    const text = [label, ...identifiers, ...sources].join(' ').normalize('NFKC').toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}
