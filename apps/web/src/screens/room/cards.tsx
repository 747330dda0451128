/** One card of the list, in each of its forms. */
import type { CardView, RoomView } from '@kith/protocol'
import { useEffect, useRef } from 'react'
import { pieces } from '../../i18n/en/pieces.ts'
import { room as words } from '../../i18n/en/room.ts'
import { useMessages } from '../../i18n/messages.ts'
import { entryWithName, useLabels } from '../../state/labels.ts'
import { ownWords, topicWords } from '../../state/own-words.ts'
import { Button } from '../../ui/button.tsx'
import { NamedCard } from '../../ui/named-card.tsx'
import { PersonCard } from '../../ui/person-card.tsx'
import { Block, type BlockProps } from './block.tsx'
import type { SentAway } from './farewells.ts'
import './cards.css'

interface Does {
  pending: boolean
  onWave: () => void
  onTakeBack: () => void
  onNotNow: () => void
  onKnowThem: () => void
  onBlock: () => void
}

export interface SomeoneProps extends Does {
  card: CardView
  room: RoomView
  large: boolean
}

export const SomeoneCard = ({ card, room, large, ...does }: SomeoneProps) => {
  switch (card.card) {
    case 'openly':
      return <OpenCard card={card} {...does} />
    case 'online-by-name':
      return <KnownOnlineCard card={card} {...does} />
    case 'shared':
    case 'online':
      return <UnnamedCard card={card} kind={card.card} room={room} large={large} {...does} />
  }
}

const UnnamedCard = ({ card, kind, room, large, ...does }: SomeoneProps & { kind: 'shared' | 'online' }) => {
  const say = useMessages(words)
  return (
    <PersonCard
      {...does}
      form={large ? 'large' : 'row'}
      kind={kind}
      step={card.step}
      topics={topicWords(card.topics, room.face.topics, ownWords(room.face.code), say.someTopic)}
      mostly={card.mostly}
      name={card.name}
      wave={card.wave}
      introduction={card.introduction}
    />
  )
}

const OpenCard = ({ card, ...does }: Does & { card: CardView }) => {
  const say = useMessages(words)
  const its = useMessages(pieces)
  return (
    <NamedCard
      {...does}
      name={card.name ?? ''}
      kicker={its.hereToBeMet}
      wave={card.wave}
      introduction={card.introduction}
    >
      {say.openly}
    </NamedCard>
  )
}

/** Named by each one's own label, which only this device has. */
const KnownOnlineCard = ({ card, ...does }: Does & { card: CardView }) => {
  const say = useMessages(words)
  const its = useMessages(pieces)
  const labels = useLabels()
  const entry = labels && entryWithName(labels, card.entries ?? [])
  const name = (entry && labels?.nameOf(entry)) ?? card.name ?? say.onlineName
  return (
    <NamedCard {...does} name={name} wave={card.wave} introduction={card.introduction}>
      {its.knownOnlineByName}
    </NamedCard>
  )
}

export const BlockCard = (props: BlockProps) => (
  <li className="k-card">
    <Block {...props} />
  </li>
)

export interface AwayProps {
  away: SentAway
  onUndo: () => void
  onClose: () => void
}

/** Where a card stood that was sent away, as high as it was. */
export const AwayCard = ({ away, onUndo, onClose }: AwayProps) => {
  const say = useMessages(words)
  const item = useRef<HTMLLIElement>(null)
  const said = { 'not-now': say.notNowDone, know: say.knowDone, blocked: say.blockedDone }[away.why]
  // What was pressed is gone: whoever uses keys or listens goes on here.
  useEffect(() => item.current?.focus({ preventScroll: true }), [])
  return (
    <li ref={item} className="k-card away-card" tabIndex={-1} style={{ minHeight: away.height }}>
      <p>{said}</p>
      <div>
        {away.why === 'know' && (
          <Button kind="text" onPress={onUndo}>
            {say.undo}
          </Button>
        )}
        <Button kind="text" onPress={onClose}>
          {say.close}
        </Button>
      </div>
    </li>
  )
}
