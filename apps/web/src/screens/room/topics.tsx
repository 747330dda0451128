/** The host's topics as chips, to be put to the room at once (TOP1: once in a room). */
import type { RoomView } from '@kith/protocol'
import { useState } from 'react'
import { call } from '../../client/call.ts'
import { room as words } from '../../i18n/en/room.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Chip, Chips } from '../../ui/chip.tsx'
import { Card } from '../../ui/place-card.tsx'
import { useActing } from './act.ts'
import { Trouble } from './trouble.tsx'

const MOST = 5

/** `primary`: it is the screen's main thing to do. */
export const Topics = ({ room, primary }: { room: RoomView; primary: boolean }) => {
  const say = useMessages(words)
  const { topics, topicSums, code } = room.face
  const [chosen, setChosen] = useState<readonly number[]>([])
  const { act, pending, trouble, forgive } = useActing()
  if (room.tapped !== null) return null
  const toggle = (index: number, on: boolean): void =>
    setChosen(on ? [...chosen, index] : chosen.filter((other) => other !== index))
  const put = (): void => void act('tap', () => call('topics.tap', { code, host: [...chosen], own: [] }))
  return (
    <Card className="room-topics">
      <h2>{say.talkOf}</h2>
      <p className="k-soft">{say.talkOfHow}</p>
      <Chips label={say.talkOf}>
        {topics.map((topic, index) => (
          <Chip
            key={topic}
            words={topic}
            chosen={chosen.includes(index)}
            disabled={!chosen.includes(index) && chosen.length >= MOST}
            sum={(topicSums[index] ?? 0) >= 5 ? say.here(topicSums[index] ?? 0) : undefined}
            onChange={(on) => toggle(index, on)}
          />
        ))}
      </Chips>
      <Trouble error={trouble} onClose={forgive} />
      {chosen.length > 0 && (
        <Button kind={primary ? 'primary' : 'outline'} block pending={pending.has('tap')} onPress={put}>
          {say.putToRoom}
        </Button>
      )}
      <ButtonLink kind="text" href={`/r/${code}/topics`}>
        {say.ownWords}
      </ButtonLink>
    </Card>
  )
}
