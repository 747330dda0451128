/** Who stays out and why (CON3, CON6, CON7). Guesses can be put right; everything else explains itself. */
import type { LeftOut, LeftOutReason } from '@kith/contacts/entries'
import { useState } from 'react'
import type { Preview } from '../../device/people/messages.ts'
import { bring } from '../../i18n/en/bring.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { LeftOutGroup, LeftOutNote, LeftOutRow } from '../../ui/left-out.tsx'
import type { ImportState } from './importing.ts'

type Group = Preview['leftOut'][number]

/** What is told in one sentence, and not person by person. */
const IN_A_SENTENCE: readonly LeftOutReason[] = ['one-way-follow', 'over-limit', 'chosen-as-me']

export interface StaysOutProps {
  state: ImportState
  preview: Preview
  limit: number
}

export const StaysOut = ({ state, preview, limit }: StaysOutProps) => {
  const say = useMessages(bring)
  const guesses = preview.leftOut.filter(({ first }) => first.some((one) => one.canBeTicked))
  const shared = preview.leftOut.find(({ reason }) => reason === 'switchboard-or-household')
  // What reaches them is told above, by each address: "nothing else" is no name without an address.
  const onlyNames = preview.unrecognisable.filter(({ why }) => why !== 'left-out')
  const others = preview.leftOut.filter((group) => !guesses.includes(group) && group !== shared)
  return (
    <>
      {(guesses.length > 0 || preview.ticked.length > 0) && (
        <LeftOutGroup head={say.notAPerson}>
          {guesses.map((group) => (
            <Guesses key={group.reason} group={group} state={state} />
          ))}
          {preview.ticked.map(({ id, label }) => (
            <LeftOutRow key={id} strong={label} counts onCounts={() => state.choose({ what: 'tick', id, on: false })} />
          ))}
        </LeftOutGroup>
      )}
      {shared && <TwoNames group={shared} state={state} />}
      {onlyNames.length > 0 && <OnlyNames groups={onlyNames} />}
      {others.length > 0 && <Others groups={others} limit={limit} />}
    </>
  )
}

/** The first of a group come with the preview; the rest when it is asked for. */
const useAll = ({ reason, total, first }: Group, { ask, version }: ImportState) => {
  const [more, setMore] = useState<{ version: number; rows: readonly LeftOut[] }>()
  const rows = more?.version === version ? more.rows : first
  const showAll = () => {
    ask('leftOut', { reason, from: 0, count: total }).then(
      (all) => setMore({ version, rows: all }),
      () => {},
    )
  }
  return { rows, left: total - rows.length, showAll }
}

const Guesses = ({ group, state }: { group: Group; state: ImportState }) => {
  const say = useMessages(bring)
  const { rows, left, showAll } = useAll(group, state)
  return (
    <>
      {rows.map((one) => (
        <LeftOutRow
          key={one.id}
          strong={one.what === 'card' ? one.labels[0]! : shown(one)}
          soft={one.what === 'card' ? say.why[one.reason] : `${say.why[one.reason]}: ${one.labels[0]}`}
          {...(one.canBeTicked ? { onCounts: () => state.choose({ what: 'tick', id: one.id, on: true }) } : {})}
        />
      ))}
      <ShowMore left={left} onPress={showAll} />
    </>
  )
}

const TwoNames = ({ group, state }: { group: Group; state: ImportState }) => {
  const say = useMessages(bring)
  const { rows, left, showAll } = useAll(group, state)
  return (
    <LeftOutGroup head={say.twoNames}>
      {rows.map((one) => (
        <LeftOutRow key={one.id} strong={shown(one)} soft={say.twoNamesWhy(one.labels)} />
      ))}
      <ShowMore left={left} onPress={showAll} />
    </LeftOutGroup>
  )
}

const ShowMore = ({ left, onPress }: { left: number; onPress: () => void }) => {
  const say = useMessages(bring)
  if (left <= 0) return null
  return (
    <li>
      <Button kind="text" onPress={onPress}>
        {say.showMore(left)}
      </Button>
    </li>
  )
}

const OnlyNames = ({ groups }: { groups: Preview['unrecognisable'] }) => {
  const say = useMessages(bring)
  return (
    <LeftOutGroup head={say.onlyAName}>
      {groups.map(({ why, total, first }) => (
        <LeftOutNote key={why}>
          {say.unrecognisable[why](total)}
          <span className="bring-names">{say.names(first.slice(0, 6), total - Math.min(first.length, 6))}</span>
        </LeftOutNote>
      ))}
    </LeftOutGroup>
  )
}

const Others = ({ groups, limit }: { groups: readonly Group[]; limit: number }) => {
  const say = useMessages(bring)
  const sentence = ({ reason, total }: Group): string => {
    if (reason === 'one-way-follow') return say.oneWay(total)
    return reason === 'over-limit' ? say.overLimit(total, limit) : say.why[reason]
  }
  return (
    <LeftOutGroup head={say.others}>
      {groups.map((group) =>
        IN_A_SENTENCE.includes(group.reason) ? (
          <LeftOutNote key={group.reason}>{sentence(group)}</LeftOutNote>
        ) : (
          group.first.map((one) => (
            <LeftOutRow key={one.id} strong={one.labels[0] ?? shown(one)} soft={`${sentence(group)}: ${shown(one)}`} />
          ))
        ),
      )}
    </LeftOutGroup>
  )
}

const shown = ({ identifiers }: LeftOut): string =>
  identifiers.map((one) => one.replace(/^[a-z]+:(in\/)?/, '')).join(', ')
