/** Who goes in: the first few, all of them with a search, and how one knows each. */

import { useState } from 'react'
import { bring } from '../../i18n/en/bring.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Pick, SearchField } from '../../ui/field.tsx'
import type { ImportState } from './importing.ts'
import { Person } from './person.tsx'
import { useRows } from './rows.ts'
import './people.css'
import { TIES, type Tie } from './ties.ts'

/** So many at first, and so many more each time: a row is a dozen elements, and more of them at once are a long frame. */
const FIRST = 6
const PAGE = 20

export const People = ({ state }: { state: ImportState }) => {
  const say = useMessages(bring)
  const [query, setQuery] = useState('')
  const [count, setCount] = useState(FIRST)
  const found = useRows(state, query, count)
  const search = (text: string) => {
    setQuery(text)
    setCount(Math.max(count, PAGE))
  }
  const isShort = count === FIRST
  const left = found.total - found.rows.length
  return (
    <>
      {!isShort && (
        <div className="bring-search">
          <SearchField label={say.search} value={query} onChange={search} />
          <p className="k-vh" role="status">
            {query !== '' && (found.total === 0 ? say.noneFound : say.found(found.total))}
          </p>
          {found.total > 1 && <TieOfAll query={query} total={found.total} choose={state.choose} />}
        </div>
      )}
      <ul className="bring-people">
        {found.rows.map((row) => (
          <Person key={row.key} row={row} change={found.change} />
        ))}
      </ul>
      {!isShort && found.total === 0 && <p className="bring-aside">{say.noneFound}</p>}
      {left > 0 && (
        <div className="bring-more">
          <Button kind="text" onPress={() => setCount(isShort ? PAGE : count + PAGE)}>
            {isShort ? say.seeAll(found.total) : say.showMore(Math.min(left, PAGE))}
          </Button>
        </div>
      )}
    </>
  )
}

const TieOfAll = ({ query, total, choose }: { query: string; total: number; choose: ImportState['choose'] }) => {
  const say = useMessages(bring)
  const options = [{ value: '', words: say.choose }, ...TIES.map((tie) => ({ value: tie, words: say.ties[tie] }))]
  return (
    <div className="bring-all">
      <span>{say.allTie(total)}</span>
      <Pick
        label={say.allTieHelp}
        value=""
        options={options}
        onChange={(tie) => tie !== '' && choose({ what: 'tie', whom: { query }, tie: tie as Tie })}
      />
    </div>
  )
}
