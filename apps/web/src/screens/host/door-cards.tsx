/** Who waits at the door, each on a place card. */
import type { DeskView } from '@kith/protocol'
import { call } from '../../client/call.ts'
import { host as words } from '../../i18n/en/host.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { PlaceCard } from '../../ui/place-card.tsx'
import type { Acting } from '../room/act.ts'
import { keepFocus } from './focus.ts'
import { showDesk } from './use-desk.ts'

/** More than so many cards would push everything else off the desk. */
const SHOWN = 4

export const DoorCards = ({ desk, acting }: { desk: DeskView; acting: Acting }) => {
  const say = useMessages(words)
  const { code, waiting } = desk
  const answer = async (id: string, letIn: boolean): Promise<void> => {
    const next = await acting.act(id, () => call('host.answer', { code, waiting: id, letIn }))
    if (next !== undefined) showDesk(next)
    keepFocus()
  }
  return (
    <>
      {waiting.slice(0, SHOWN).map(({ id, name, why }, i) => (
        <PlaceCard key={id} className="desk-door">
          <p className="k-note">{say.waiting}</p>
          <h2 className={name === '' ? 'k-soft' : 'k-lettered'}>{name === '' ? say.noName : name}</h2>
          {say.why[why] !== '' && <p className="k-note">{say.why[why]}</p>}
          <p className="desk-door-acts">
            <Button
              kind={i === 0 ? 'primary' : 'outline'}
              pending={acting.pending.has(id)}
              onPress={() => void answer(id, true)}
            >
              {say.letIn(name)}
            </Button>
            <Button onPress={() => void answer(id, false)}>{say.notNow}</Button>
          </p>
        </PlaceCard>
      ))}
      <p role="status" className={waiting.length > SHOWN ? 'k-note' : 'k-vh'}>
        {waiting.length > SHOWN && say.waitingMore(waiting.length - SHOWN)}
        {waiting.length > 0 && waiting.length <= SHOWN && say.waiting}
      </p>
    </>
  )
}
