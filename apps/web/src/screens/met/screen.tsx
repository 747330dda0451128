/** Did you two meet? (07, 27e) *Not this time* is never told; when both say so, the day is written down (CONV3). */
import type { IntroductionView } from '@kith/protocol'
import { call } from '../../client/call.ts'
import { met as words } from '../../i18n/en/met.ts'
import { pieces } from '../../i18n/en/pieces.ts'
import { tryOut } from '../../i18n/en/try.ts'
import { useMessages } from '../../i18n/messages.ts'
import { dayAndMonth, formatUntil } from '../../i18n/time.ts'
import { useNow } from '../../state/hooks.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Circles } from '../../ui/circles.tsx'
import { Dock } from '../../ui/dock.tsx'
import { BackBar, PageHead } from '../../ui/page.tsx'
import { useNameOf } from '../introduction/person.ts'
import { withIntroduction } from '../introduction/with-introduction.tsx'
import { type Acting, useActing } from '../room/act.ts'
import { Frame } from '../room/frame.tsx'
import { Trouble } from '../room/trouble.tsx'
import './met.css'

const Met = ({ one }: { one: IntroductionView }) => {
  const name = useNameOf(one)
  const acting = useActing()
  const { head, lead } = useMetWords(one)
  return (
    <Frame
      madeUp={one.madeUp}
      className="met"
      top={<BackBar href={`/i/${one.id}`} words={name} />}
      dock={<Answers one={one} acting={acting} />}
    >
      <Picture one={one} />
      <PageHead kicker={one.roomName} head={head} lead={lead} />
      <Trouble error={acting.trouble} onClose={acting.forgive} />
    </Frame>
  )
}

export default withIntroduction(Met)

const Picture = ({ one }: { one: IntroductionView }) => {
  const say = useMessages(words)
  const its = useMessages(pieces)
  const name = useNameOf(one)
  const { day, month } = dayAndMonth(noonOf(one.day))
  const both = one.meeting !== undefined
  return (
    <Circles
      state="introduced"
      shared={Math.max(1, one.mutual)}
      size={104}
      mineWord={its.you}
      theirsWord={name}
      {...(both && { lens: { big: day, small: month }, label: say.circles(`${day} ${month}`) })}
    />
  )
}

/** A day without an hour, at its noon: the same day in every time zone but the farthest. */
const noonOf = (day: string): number => Date.parse(`${day}T12:00:00`) / 1000

const useMetWords = (one: IntroductionView): { head: string; lead: string } => {
  const say = useMessages(words)
  const name = useNameOf(one)
  if (one.meeting !== undefined) return { head: say.youTwoMet, lead: say.bothSaid }
  switch (one.met) {
    case 'met':
      return { head: say.waiting, lead: say.waitingWhat(name) }
    case 'not-this-time':
      return { head: say.notThisTimeDone, lead: say.notThisTimeWhat }
    case 'not-said':
      return { head: say.question, lead: say.ifBoth(name) }
  }
}

/** An evening with made-up people ends here. */
const ToEnd = () => (
  <ButtonLink kind="primary" block href="/try/end">
    {useMessages(tryOut).toEnd}
  </ButtonLink>
)

const Answers = ({ one, acting }: { one: IntroductionView; acting: Acting }) => {
  const say = useMessages(words)
  const name = useNameOf(one)
  const now = useNow(60_000)
  const answer = (met: 'met' | 'not-this-time'): void =>
    void acting.act('met', () => call('introductions.met', { id: one.id, met }))
  const pending = acting.pending.has('met')
  if (one.meeting !== undefined || one.met === 'met') {
    return (
      <Dock form="stack">
        {one.madeUp && <ToEnd />}
        <ButtonLink block href={`/i/${one.id}/talk`}>
          {say.write(name)}
        </ButtonLink>
        {one.meeting === undefined && (
          <Button kind="text" pending={pending} onPress={() => answer('not-this-time')}>
            {say.changeMind}
          </Button>
        )}
        {one.until !== undefined && <p className="k-note">{say.keptUntil(formatUntil(one.until, now))}</p>}
      </Dock>
    )
  }
  return (
    <Dock form="stack">
      <Button kind="primary" block pending={pending} onPress={() => answer('met')}>
        {say.weMet}
      </Button>
      {one.met === 'not-said' ? (
        <Button block pending={pending} onPress={() => answer('not-this-time')}>
          {say.notThisTime}
        </Button>
      ) : (
        <ButtonLink block href={one.room === undefined ? '/talk' : `/r/${one.room}`}>
          {say.toRoom}
        </ButtonLink>
      )}
      <p className="k-note">{say.neverTold(name)}</p>
    </Dock>
  )
}
