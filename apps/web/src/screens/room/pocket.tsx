/** While the phone is in a pocket: what waits, and what this device can do so that one notices. */
import { room as words } from '../../i18n/en/room.ts'
import { useMessages } from '../../i18n/messages.ts'
import { usePreference } from '../../state/preferences.ts'
import { canKeepScreenOn, useWakeLock } from '../../state/wake-lock.ts'
import { SmallSwitch } from '../../ui/switch.tsx'
import { play } from './sound.ts'

export const Pocket = () => {
  const say = useMessages(words)
  const [keepOn, setKeepOn] = usePreference('keep-screen-on')
  const [sound, setSound] = usePreference('sound')
  useWakeLock(keepOn)
  const hear = (on: boolean): void => {
    setSound(on)
    // Heard at once, and the tap lets the browser play it later.
    if (on) play()
  }
  return (
    <section className="room-pocket">
      <h2>{say.pocketHead}</h2>
      <p className="k-note">{say.pocketWhy}</p>
      {canKeepScreenOn() && <SmallSwitch on={keepOn} onChange={setKeepOn} strong={say.keepOn} />}
      <SmallSwitch on={sound} onChange={hear} strong={say.sound} />
    </section>
  )
}
