/** Which books were read, what was skipped in them, and what was no address book (CON3). */
import type { Preview, Read } from '../../device/people/messages.ts'
import { bring } from '../../i18n/en/bring.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { LeftOutGroup, LeftOutRow } from '../../ui/left-out.tsx'
import type { ImportState } from './importing.ts'

export interface SourcesProps {
  books: Preview['books']
  onRemove: ImportState['dropBook']
}

export const Sources = ({ books, onRemove }: SourcesProps) => {
  const say = useMessages(bring)
  return (
    <section className="k-card bring-sources">
      <h2>{say.sources}</h2>
      <ul>
        {books.map(({ source, contacts, skippedTotal }) => (
          <li key={source}>
            <p>
              <b>{source}</b>
              <span>{say.sourceLine(contacts, skippedTotal)}</span>
            </p>
            <Button kind="text" label={say.removeSource(source)} onPress={() => onRemove(source)}>
              {say.remove}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

export const Skipped = ({ books }: Pick<SourcesProps, 'books'>) => {
  const say = useMessages(bring)
  const some = books.filter(({ skippedTotal }) => skippedTotal > 0)
  if (some.length === 0) return null
  return (
    <LeftOutGroup head={say.skippedHead}>
      {some.flatMap(({ source, skipped, skippedTotal }) => [
        ...skipped.map(({ line, reason }) => (
          <LeftOutRow
            key={`${source}${line}${reason}`}
            strong={say.skippedWhere(source, line)}
            soft={say.skipped[reason]}
          />
        )),
        skippedTotal > skipped.length && (
          <LeftOutRow key={source} strong={source} soft={say.skippedMore(skippedTotal - skipped.length)} />
        ),
      ])}
    </LeftOutGroup>
  )
}

/** What came of the last reading, where it was not all taken. */
export const NotTaken = ({ read }: { read: Read | undefined }) => {
  const say = useMessages(bring)
  const hasNews = read !== undefined && read.refused.length + read.known.length > 0
  return (
    <div role="status">
      {hasNews && (
        <div className="k-card k-card-text bring-refused">
          {read.refused.map(({ name, code }) => (
            <p key={name}>
              <b>{say.refusedHead(name)}</b> {say.refused[code]}
            </p>
          ))}
          {read.known.length > 0 && <p>{say.known(read.known)}</p>}
          {read.refused.length > 0 && <p className="k-soft">{say.restKept}</p>}
        </div>
      )}
    </div>
  )
}
