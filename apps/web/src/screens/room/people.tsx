/** The people of the room as cards: the strongest large, the others rows; still while the list is touched. */
import type { CardView, RoomView } from '@kith/protocol'
import { useState } from 'react'
import { call } from '../../client/call.ts'
import { room as words } from '../../i18n/en/room.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { type Acting, useActing } from './act.ts'
import { AwayCard, BlockCard, SomeoneCard } from './cards.tsx'
import { FirstName } from './first-name.tsx'
import { type SendingAway, useSendingAway } from './sending-away.ts'
import { useSteadyList } from './steady.ts'
import { Trouble } from './trouble.tsx'
import { useWaving, type Waving } from './wave.ts'

/** So many at first (ENC4), and so many more each time. */
const PAGE = 50

export const People = ({ room }: { room: RoomView }) => {
  const say = useMessages(words)
  const acting = useActing()
  const waving = useWaving(room.face.code, room.shownName, acting.act)
  const away = useSendingAway(room.face.code, room.cards, acting.act)
  const { rows, touch } = useSteadyList(away.cards)
  const [pages, setPages] = useState(1)
  const shown = rows.slice(0, pages * PAGE)
  const largest = shown.find(({ card }) => card.card === 'shared' || card.card === 'online')?.card.id
  return (
    <div>
      <Trouble error={acting.trouble} onClose={acting.forgive} />
      <ol className="k-people" aria-label={say.people} {...touch} onClickCapture={away.onClickCapture}>
        {shown.map(({ card }) => (
          <Row
            key={card.id}
            card={card}
            large={card.id === largest}
            room={room}
            acting={acting}
            waving={waving}
            away={away}
          />
        ))}
      </ol>
      {rows.length > shown.length && (
        <Button block onPress={() => setPages(pages + 1)}>
          {say.more(rows.length - shown.length)}
        </Button>
      )}
      {waving.asking && <FirstName onName={waving.withName} onCancel={waving.cancel} />}
    </div>
  )
}

interface RowProps {
  card: CardView
  large: boolean
  room: RoomView
  acting: Acting
  waving: Waving
  away: SendingAway
}

const Row = ({ card, large, room, acting, waving, away }: RowProps) => {
  const { code } = room.face
  const sent = away.awayOf(card.id)
  if (sent !== undefined) {
    return <AwayCard away={sent} onUndo={() => away.undo(card)} onClose={() => away.close(card.id)} />
  }
  if (away.blocking === card.id) {
    const who = { card: { code, card: card.id } }
    return <BlockCard who={who} onBlocked={() => away.blocked(card)} onCancel={() => away.block(undefined)} />
  }
  return (
    <SomeoneCard
      card={card}
      room={room}
      large={large}
      pending={acting.pending.has(card.id)}
      onWave={() => waving.wave(card)}
      onTakeBack={() => void acting.act(card.id, () => call('cards.takeBack', { code, card: card.id }))}
      onNotNow={() => away.notNow(card)}
      onKnowThem={() => away.know(card)}
      onBlock={() => away.block(card.id)}
    />
  )
}
