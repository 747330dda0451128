/** Waves whose card is gone, because they left or the room has ended: still to be answered or taken back (REV3). */
import type { OpenWave } from '@kith/protocol'
import Hand from 'lucide-react/icons/hand'
import { call } from '../../client/call.ts'
import { pieces } from '../../i18n/en/pieces.ts'
import { room as words } from '../../i18n/en/room.ts'
import { useMessages } from '../../i18n/messages.ts'
import { formatUntil } from '../../i18n/time.ts'
import { useMy, useNow } from '../../state/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useActing } from './act.ts'
import { FirstName } from './first-name.tsx'
import { Trouble } from './trouble.tsx'
import { useWaving } from './wave.ts'
import './room.css'

export const Waves = ({ code }: { code: string }) => {
  const say = useMessages(words)
  const acting = useActing()
  const waving = useWaving(code, undefined, acting.act)
  const now = useNow()
  const waves = (useMy()?.waves ?? []).filter((wave) => wave.room === code && wave.until > now)
  if (waves.length === 0) return null
  return (
    <section className="k-card open-waves" aria-label={say.wavesHead}>
      <ul>
        {waves.map((wave) => (
          <WaveLine
            key={wave.card}
            wave={wave}
            now={now}
            pending={acting.pending.has(wave.card)}
            onWave={() => waving.wave({ id: wave.card })}
            onTakeBack={() => void acting.act(wave.card, () => call('cards.takeBack', { code, card: wave.card }))}
          />
        ))}
      </ul>
      <Trouble error={acting.trouble} onClose={acting.forgive} />
      {waving.asking && <FirstName onName={waving.withName} onCancel={waving.cancel} />}
    </section>
  )
}

interface LineProps {
  wave: OpenWave
  now: number
  pending: boolean
  onWave: () => void
  onTakeBack: () => void
}

const WaveLine = ({ wave, now, pending, onWave, onTakeBack }: LineProps) => {
  const say = useMessages(words)
  const its = useMessages(pieces)
  const name = wave.name ?? ''
  return (
    <li>
      <Icon of={Hand} />
      <p>
        <strong>{wave.wave === 'they' ? say.waveFrom(wave.step, name) : say.yourWave(wave.step, name)}</strong>
        <span>{say.untilTime(formatUntil(wave.until, now))}</span>
      </p>
      {wave.wave === 'they' ? (
        <Button pending={pending} onPress={onWave}>
          {its.waveBack}
        </Button>
      ) : (
        <Button kind="text" pending={pending} onPress={onTakeBack}>
          {its.takeItBack}
        </Button>
      )}
    </li>
  )
}
