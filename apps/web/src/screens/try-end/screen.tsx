/** The end of a made-up evening: who was made up, what was counted, and what to do with real people. */
import type { IntroductionView } from '@kith/protocol'
import DoorOpen from 'lucide-react/icons/door-open'
import { pieces } from '../../i18n/en/pieces.ts'
import { tryOut as words } from '../../i18n/en/try.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useMy } from '../../state/hooks.ts'
import { Band } from '../../ui/band.tsx'
import { Circles } from '../../ui/circles.tsx'
import { Doorway } from '../../ui/doorway.tsx'
import { Page, TopBar } from '../../ui/page.tsx'
import { SecondPerson } from '../try/second-person.tsx'
import '../try/try.css'

const TryEnd = () => {
  const say = useMessages(words)
  const { you, them } = useMessages(pieces)
  const met = whomOneMet(useMy()?.introductions ?? [])
  return (
    <Page
      className="try try-end"
      top={
        <>
          <Band />
          <TopBar bare />
        </>
      }
    >
      <div className="try-end-picture">
        <Circles
          state="introduced"
          shared={met?.mutual ?? 25}
          size={150}
          mineWord={you}
          theirsWord={met?.name ?? them}
          label={met === undefined ? say.pictureMany : say.picture(met.name, met.mutual)}
        />
      </div>
      <div className="try-end-words">
        <h1 tabIndex={-1}>
          {met === undefined ? say.endHeadMany : say.endHead(met.name)}
          <br />
          {met === undefined ? say.endCountedMany : say.endCounted(met.mutual)}
        </h1>
        <p className="k-lead">{say.endLead}</p>
      </div>
      <nav className="k-doors" aria-label={say.next}>
        <Doorway primary icon={DoorOpen} strong={say.open} soft={say.openWhat} href="/open" />
        <SecondPerson path="/" />
      </nav>
    </Page>
  )
}

/** The one of the evening with whom most is shared, whom one met before others. */
const whomOneMet = (introductions: readonly IntroductionView[]): IntroductionView | undefined => {
  const madeUp = introductions.filter((one) => one.madeUp && one.name !== '' && one.mutual > 0)
  const order = (one: IntroductionView): number => (one.met === 'met' ? 1000 : 0) + one.mutual
  return [...madeUp].sort((a, b) => order(b) - order(a))[0]
}

export default TryEnd
