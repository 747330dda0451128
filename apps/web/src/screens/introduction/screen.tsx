/** An introduction (05): whom one was introduced to, the sign, and who both know. */
import type { IntroductionView } from '@kith/protocol'
import { useEffect, useState } from 'react'
import { introduction as words } from '../../i18n/en/introduction.ts'
import { pieces } from '../../i18n/en/pieces.ts'
import { useMessages } from '../../i18n/messages.ts'
import { listed } from '../../i18n/plural.ts'
import { formatUntil } from '../../i18n/time.ts'
import { useNow, useRoom } from '../../state/hooks.ts'
import { ownWords, topicWords } from '../../state/own-words.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Circles } from '../../ui/circles.tsx'
import { Dock } from '../../ui/dock.tsx'
import { BackBar } from '../../ui/page.tsx'
import { PlaceCard } from '../../ui/place-card.tsx'
import { SignCard, useSignName } from '../../ui/sign.tsx'
import { Frame } from '../room/frame.tsx'
import { BlockLine } from './block-line.tsx'
import { WhoBothKnow } from './friends.tsx'
import { InstallLine } from './install-line.tsx'
import { useNameOf } from './person.ts'
import { withIntroduction } from './with-introduction.tsx'
import './introduction.css'

const Introduction = ({ one }: { one: IntroductionView }) => {
  const say = useMessages(words)
  const name = useNameOf(one)
  const room = useRoom(one.room ?? '')
  const back =
    room === undefined ? { href: '/talk', words: say.talk } : { href: `/r/${room.face.code}`, words: say.room }
  return (
    <Frame
      madeUp={one.madeUp}
      className="introduction"
      top={<BackBar {...back} />}
      dock={
        <Dock form="two">
          <ButtonLink href={`/i/${one.id}/met`}>{say.weMet}</ButtonLink>
          <ButtonLink href={`/i/${one.id}/talk`}>
            {one.unread > 0 ? say.fresh(name, one.unread) : say.write(name)}
          </ButtonLink>
        </Dock>
      }
    >
      <div className="introduction-who">
        <Meet one={one} />
        <Sign one={one} />
      </div>
      <div className="introduction-more">
        <WhoBothKnow one={one} />
        {!one.madeUp && <InstallLine />}
        <BlockLine id={one.id} />
      </div>
    </Frame>
  )
}

export default withIntroduction(Introduction)

const Meet = ({ one }: { one: IntroductionView }) => {
  const say = useMessages(words)
  const name = useNameOf(one)
  const room = useRoom(one.room ?? '')
  const now = useNow(60_000)
  const topics = topicWords(one.topics, room?.face.topics ?? [], ownWords(one.room ?? ''), '').filter(
    (topic) => topic !== '',
  )
  const drift = useFirstTime(one.id)
  return (
    <PlaceCard className="meet">
      <Circles
        state="introduced"
        shared={one.mutual}
        instead={one.topics.length > 0 ? 'topic' : 'online'}
        size={one.mutual > 0 ? 92 : 64}
        mineWord={useMessages(pieces).you}
        theirsWord={name}
        drift={drift}
        label={say.circles(name, one.mutual)}
      />
      <h1 className="k-lettered" tabIndex={-1}>
        {name}
      </h1>
      <p className="k-lead">{one.mutual > 0 ? say.bothKnow(one.mutual) : say.noneShared}</p>
      {topics.length > 0 && <p>{say.bothLike(listed(topics))}</p>}
      {one.until !== undefined && <p className="k-note">{say.keptUntil(formatUntil(one.until, now))}</p>}
    </PlaceCard>
  )
}

const Sign = ({ one }: { one: IntroductionView }) => {
  const now = useNow(1000)
  if (one.sign === undefined || one.sign.until <= now || one.gone) return null
  return <LitSign one={one} sign={one.sign} />
}

const LitSign = ({ one, sign }: { one: IntroductionView; sign: NonNullable<IntroductionView['sign']> }) => {
  const say = useMessages(words)
  const name = useNameOf(one)
  const bare = useSignName(sign).replace(/^an? /, '')
  return (
    <SignCard
      {...sign}
      head={say.goAndSay}
      action={
        <ButtonLink kind="ink" href={`/i/${one.id}/sign`}>
          {say.holdUp(sign.thing)}
        </ButtonLink>
      }
    >
      {say.sameSign(name, bare)} {say.keepQuiet}
    </SignCard>
  )
}

const drifted = new Set<string>()

/** The circles drift together once, the first time that this page shows them. */
const useFirstTime = (id: string): boolean => {
  const [first] = useState(() => !drifted.has(id))
  useEffect(() => void drifted.add(id), [id])
  return first
}
