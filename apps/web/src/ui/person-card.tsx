/**
 * Someone in the room. The strongest is large, with the screen's primary *Wave*; the others are rows, my circle running
 * off the left edge. Before an introduction a card says what REV1 and REV2 let it say, and never more.
 */
import Check from 'lucide-react/icons/check'
import Hand from 'lucide-react/icons/hand'
import TagIcon from 'lucide-react/icons/tag'
import { type ReactNode, useId, useState } from 'react'
import { pieces } from '../i18n/en/pieces.ts'
import { useMessages } from '../i18n/messages.ts'
import { stepWords } from '../i18n/plural.ts'
import { Button, ButtonLink } from './button.tsx'
import { Circles } from './circles.tsx'
import { Icon } from './icon.tsx'
import { MoreMenu } from './more-menu.tsx'
import './person-card.css'

type Mostly = keyof (typeof pieces)['mostly']

export interface PersonCardProps {
  /** Strongest, large; or a row. */
  form: 'large' | 'row'
  /** What makes the card: shared friends and topics, or someone known online who is not named. */
  kind: 'shared' | 'online'
  /** The step of shared friends, 0 for none. */
  step: number
  /** Topics that both tapped, in words. */
  topics?: readonly string[]
  mostly?: Mostly | undefined
  /** The first name that they chose to show to this room. */
  name?: string | undefined
  wave: 'none' | 'you' | 'they' | 'both'
  onWave: () => void
  onTakeBack: () => void
  /** Where both waved: the introduction. */
  introduction?: string | undefined
  onNotNow: () => void
  onKnowThem: () => void
  onBlock: () => void
  /** An action is on its way. */
  pending?: boolean
  /** A quiet line at the foot of the card: a question with its button. */
  foot?: ReactNode
}

export const PersonCard = (props: PersonCardProps) => {
  const { form, kind, step, topics = [], wave, foot } = props
  const [open, setOpen] = useState(false)
  const menu = useId()
  const head = useId()
  const instead = kind === 'online' ? 'online' : 'topic'
  const state = wave === 'they' || wave === 'both' ? 'waved' : 'someone'
  const large = form === 'large'
  return (
    <li className={`k-person k-person-${form}`} aria-labelledby={head}>
      {large ? (
        <Circles state={state} shared={step} instead={instead} size={step > 0 ? 72 : 56} />
      ) : (
        <Circles row state={state} shared={step} instead={instead} />
      )}
      <div className="k-person-words">
        <Head {...props} id={head} />
        {step > 0 && topics.length > 0 && <Both topics={topics} />}
        <Wave {...props}>
          <Button kind="text" expanded={open} controls={menu} onPress={() => setOpen(!open)}>
            <MoreWord open={open} />
          </Button>
        </Wave>
      </div>
      {foot !== undefined && <div className="k-person-foot">{foot}</div>}
      <MoreMenu id={menu} open={open} {...props} />
    </li>
  )
}

const MoreWord = ({ open }: { open: boolean }) => {
  const say = useMessages(pieces)
  return open ? say.less : say.more
}

const Head = ({ kind, step, topics = [], mostly, name, id }: PersonCardProps & { id: string }) => {
  const say = useMessages(pieces)
  const soft =
    kind === 'online' ? say.theyKnowYouToo : step === 0 ? say.noSharedFriendsYet : mostly && say.mostly[mostly]
  const knows = name === undefined ? say.someoneKnows : say.named(name)
  const friends = step < 3 ? say.aFriendOrTwo : say.ofYourFriends(stepWords(step))
  return (
    <>
      <h2 id={id}>
        {kind === 'online' ? (
          say.knownOnline
        ) : (
          <>
            <span className="k-aside">{step > 0 ? knows : name === undefined ? say.youBoth : say.youAnd(name)}</span>{' '}
            {step > 0 ? friends : `${say.topicsAsWords(topics)}.`}
          </>
        )}
      </h2>
      {soft !== undefined && soft !== '' && <p className="k-soft">{soft}</p>}
    </>
  )
}

const Both = ({ topics }: { topics: readonly string[] }) => {
  const say = useMessages(pieces)
  return (
    <p className="k-both">
      <Icon of={TagIcon} size={26} />
      <span>
        {say.youBoth} <b>{say.topicsAsWords(topics)}</b>
      </span>
    </p>
  )
}

const Wave = ({ children, ...props }: PersonCardProps & { children: ReactNode }) => {
  const say = useMessages(pieces)
  const { form, wave, step, kind, introduction, onWave, onTakeBack, pending = false } = props
  const main = form === 'large' ? 'primary' : 'outline'
  const acts = `k-acts${form === 'large' ? ' k-acts-large' : ''}`
  if (wave === 'both')
    return (
      <>
        <State icon={Hand} words={say.youBothWaved} />
        <div className={acts}>
          {introduction !== undefined && (
            <ButtonLink kind={main} href={`/i/${introduction}`}>
              {say.seeWhoItIs}
            </ButtonLink>
          )}
        </div>
      </>
    )
  if (wave === 'you')
    return (
      <>
        <State icon={Check} words={say.youWaved} />
        <div className={acts}>
          <Button kind="text" pending={pending} onPress={onTakeBack}>
            {say.takeItBack}
          </Button>
          {children}
        </div>
      </>
    )
  return (
    <>
      {wave === 'they' && <State icon={Hand} words={say.theyWaved} />}
      <div className={acts}>
        <Button kind={main} icon={Hand} pending={pending} onPress={onWave}>
          {wave === 'they' ? say.waveBack : say.wave}
        </Button>
        {form === 'large' && (
          <p className="k-note">{step > 0 && kind === 'shared' ? say.waveSays : say.waveSaysTopic}</p>
        )}
        {children}
      </div>
    </>
  )
}

const State = ({ icon, words }: { icon: typeof Check; words: string }) => (
  <p className="k-state">
    <Icon of={icon} size={26} />
    <span>{words}</span>
  </p>
)
