/** The honey band on every screen of a made-up evening: for the top of any page, empty among real people. */
import { useSnapshot } from '../../state/hooks.ts'
import { Band } from '../../ui/band.tsx'

/** An evening has a session of its own: whoever is in one has nobody real beside. */
export const useMadeUpEvening = (): boolean =>
  useSnapshot(
    ({ my }) =>
      my !== undefined && (my.rooms.some(({ face }) => face.madeUp) || my.introductions.some(({ madeUp }) => madeUp)),
  )

export const EveningBand = () => (useMadeUpEvening() ? <Band /> : null)
