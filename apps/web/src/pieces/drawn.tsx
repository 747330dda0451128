/** Circles, buttons, docks, signs: what is the same on every screen. */
import Bell from 'lucide-react/icons/bell'
import BellOff from 'lucide-react/icons/bell-off'
import CloudOff from 'lucide-react/icons/cloud-off'
import DoorOpen from 'lucide-react/icons/door-open'
import Hand from 'lucide-react/icons/hand'
import Lock from 'lucide-react/icons/lock'
import LogOut from 'lucide-react/icons/log-out'
import Printer from 'lucide-react/icons/printer'
import { Button } from '../ui/button.tsx'
import { Circles } from '../ui/circles.tsx'
import { Composer } from '../ui/composer.tsx'
import { Dock, DockLine, DockStatus } from '../ui/dock.tsx'
import { CircleFace } from '../ui/face.tsx'
import { Gathering } from '../ui/gathering.tsx'
import { Icon } from '../ui/icon.tsx'
import { ImportProgress } from '../ui/import-progress.tsx'
import { Notice } from '../ui/notice.tsx'
import {
  SignCard,
  SignChoice,
  SignChoices,
  type SignColour,
  SignDrawing,
  SignScreen,
  useSignName,
} from '../ui/sign.tsx'
import { SIGN_SHAPES, type SignThing } from '../ui/sign-shapes.tsx'
import { Wordmark } from '../ui/wordmark.tsx'
import { Section } from './section.tsx'

const nothing = () => undefined
const STEPS = [1, 3, 5, 10, 25, 50, 100]
const COLOURS: readonly SignColour[] = ['yellow', 'green', 'red', 'blue']
const THINGS = Object.keys(SIGN_SHAPES) as SignThing[]

export const Drawn = () => (
  <>
    <Section head="Overlap by step">
      <div className="show-line">
        {STEPS.map((step) => (
          <figure key={step}>
            <Circles state="someone" shared={step} size={42} />
            {step}+
          </figure>
        ))}
      </div>
    </Section>
    <Section head="Not yet, near, known">
      <div className="show-line">
        <Circles state="someone" shared={10} size={56} />
        <Circles state="waved" shared={10} size={56} />
        <Circles
          state="introduced"
          shared={12}
          size={64}
          mineFace={<CircleFace name="Ana" />}
          theirsFace={<CircleFace name="Ben" />}
        />
        <Circles drift state="introduced" shared={27} size={92} mineWord="you" theirsWord="Ben" />
        <Circles
          state="introduced"
          shared={27}
          size={104}
          lens={{ big: '24', small: 'Nov' }}
          mineWord="you"
          theirsWord="Ben"
        />
        <Circles state="introduced" shared={131} size={92} />
        <Circles state="introduced" shared={1} size={92} />
      </div>
    </Section>
    <Section head="Touching, apart, alone, gathered">
      <div className="show-line">
        <Circles state="someone" shared={0} instead="topic" />
        <Circles state="someone" shared={0} instead="online" />
        <Circles state="waved" shared={0} instead="topic" />
        <Circles state="someone" shared={0} instead="nothing" />
        <Circles state="waved" shared={0} instead="touching" />
        <Gathering others={6} />
        <ImportProgress ready={148} all={206} />
        <Wordmark />
      </div>
    </Section>
    <Section head="Buttons, icons">
      <div className="show-line">
        <Button kind="primary">Wave</Button>
        <Button kind="primary" icon={Hand}>
          Wave
        </Button>
        <Button kind="primary" disabled>
          Not now
        </Button>
        <Button>Wave</Button>
        <Button kind="plain" icon={BellOff}>
          Hush
        </Button>
        <Button kind="ink">Hold up the kite</Button>
        <Button kind="text">Take it back</Button>
        {[Hand, BellOff, LogOut, DoorOpen, Lock, Printer, CloudOff].map((of) => (
          <Icon key={of.displayName} of={of} size={40} />
        ))}
      </div>
    </Section>
    <Section head="The dock">
      <div className="show-docks">
        <Dock>
          <DockStatus strong="Here until 22:10" soft="2 h 40 min left" />
          <Button kind="plain" icon={BellOff}>
            Hush
          </Button>
          <Button kind="plain" icon={LogOut}>
            Leave
          </Button>
        </Dock>
        <Dock>
          <DockStatus strong="Hushed until 21:00" soft="A talk is on. Nothing is lost." />
          <Button kind="plain" icon={Bell}>
            End hush
          </Button>
        </Dock>
        <Dock form="two">
          <Button>We met</Button>
          <Button>Write to Ben</Button>
        </Dock>
        <Dock form="stack">
          <Button kind="primary">Go in</Button>
          <p className="k-note">You can leave at any time with one tap.</p>
        </Dock>
        <Dock
          above={
            <DockLine icon={<Icon of={CloudOff} size={26} />}>
              <b>No connection.</b> Your words are kept, and go out by themselves.
            </DockLine>
          }
        >
          <Composer label="Write to Ben" value="" onChange={nothing} onSend={nothing} />
        </Dock>
        <Notice action={<Button kind="text">Use it now</Button>}>There is a newer Kith.</Notice>
      </div>
    </Section>
    <Section head="Signs to hold up">
      <ul className="show-signs">
        {THINGS.map((thing, i) => (
          <Sign key={thing} thing={thing} colour={COLOURS[i % 4] ?? 'yellow'} />
        ))}
      </ul>
    </Section>
    <Section head="A sign, large and as a card">
      <SignCard
        thing="kite"
        colour="yellow"
        head="Go and say hello"
        action={<Button kind="ink">Hold up the kite</Button>}
      >
        Ben’s phone shows the same yellow kite.
      </SignCard>
      <SignScreen thing="moon" colour="blue" number={2} top="Hold your phone up high">
        <p>Come to me. I’m …</p>
        <SignChoices>
          <SignChoice onPress={nothing}>by the poster</SignChoice>
          <SignChoice chosen onPress={nothing}>
            at the tea table
          </SignChoice>
        </SignChoices>
        <Button kind="ink" block>
          Found each other
        </Button>
      </SignScreen>
    </Section>
  </>
)

const Sign = ({ thing, colour }: { thing: SignThing; colour: SignColour }) => {
  const name = useSignName({ thing, colour })
  return (
    <li className={`k-sign-${colour}`}>
      <SignDrawing thing={thing} />
      <span className="k-lettered">{name}</span>
    </li>
  )
}
