/** What was found: who goes in, who stays out, which of them is oneself. On a wide screen the list stands beside. */
import { useState } from 'react'
import type { Abilities } from '../../device/abilities.ts'
import type { Preview } from '../../device/people/messages.ts'
import { bring } from '../../i18n/en/bring.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Country } from './country.tsx'
import type { ImportState } from './importing.ts'
import { StaysOut } from './left-out.tsx'
import { Me } from './me.tsx'
import { People } from './people.tsx'
import { Skipped, Sources } from './sources.tsx'
import { BringWays } from './ways.tsx'

export interface FoundProps {
  state: ImportState
  preview: Preview
  abilities: Abilities
  limit: number
  code: string | undefined
}

export const Found = ({ state, preview, abilities, limit, code }: FoundProps) => {
  const say = useMessages(bring)
  const [isAdding, setAdding] = useState(false)
  return (
    <>
      {preview.people + preview.private > 0 && <Me preview={preview} choose={state.choose} />}
      <GoesIn state={state} preview={preview} limit={limit} />
      <div className="bring-rest">
        <Sources books={preview.books} onRemove={state.dropBook} />
        {isAdding ? (
          <BringWays abilities={abilities} state={state} code={code} />
        ) : (
          <Button block onPress={() => setAdding(true)}>
            {say.addMore}
          </Button>
        )}
      </div>
    </>
  )
}

const GoesIn = ({ state, preview, limit }: Pick<FoundProps, 'state' | 'preview' | 'limit'>) => {
  const say = useMessages(bring)
  const { people, private: hidden, stayOut, books, country } = preview
  const nobody = people + hidden === 0
  return (
    <section className="k-card bring-list bring-beside">
      <header>
        <h2>{nobody ? say.noneHead : say.goIn(people, stayOut + hidden)}</h2>
        {!nobody && <p>{say.guessed}</p>}
      </header>
      {!nobody && <People state={state} />}
      <StaysOut state={state} preview={preview} limit={limit} />
      <Skipped books={books} />
      <Country country={country} choose={state.choose} />
    </section>
  )
}
