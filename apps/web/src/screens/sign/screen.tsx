/** The sign, full screen, to be held up (05b, 27c, 27d): what one says, what the other says, and the end of it. */
import type { IntroductionView, SignView } from '@kith/protocol'
import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../client/call.ts'
import { sign as words } from '../../i18n/en/sign.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useNow, useRoom } from '../../state/hooks.ts'
import { useWakeLock } from '../../state/wake-lock.ts'
import { Band } from '../../ui/band.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Page, PageHead, TopBar } from '../../ui/page.tsx'
import { SignScreen } from '../../ui/sign.tsx'
import { useNameOf } from '../introduction/person.ts'
import { withIntroduction } from '../introduction/with-introduction.tsx'
import { useActing } from '../room/act.ts'
import { Trouble } from '../room/trouble.tsx'
import { Choices } from './choices.tsx'
import { useComing } from './coming.ts'
import './sign-screen.css'

const Sign = ({ one }: { one: IntroductionView }) => {
  const now = useNow(1000)
  return one.sign === undefined || one.sign.until <= now ? <Out one={one} /> : <Lit one={one} sign={one.sign} />
}

export default withIntroduction(Sign)

const Lit = ({ one, sign }: { one: IntroductionView; sign: SignView }) => {
  const say = useMessages(words)
  const name = useNameOf(one)
  const spots = useRoom(one.room ?? '')?.face.spots ?? []
  const coming = useComing(spots)
  const [, go] = useLocation()
  const { act, pending, trouble, forgive } = useActing()
  useWakeLock(true)
  const found = async (): Promise<void> => {
    if ((await act('found', () => call('introductions.found', { id: one.id }))) !== undefined) go(`/i/${one.id}`)
  }
  return (
    <>
      {one.madeUp && <Band />}
      <SignScreen {...sign} top={say.holdUp}>
        <p role="status">{sign.they === undefined ? say.looking(name) : coming.theirs(sign.they, name)}</p>
        <Choices one={one} sign={sign} spots={spots} />
        <Trouble error={trouble} onClose={forgive} />
        <Button kind="ink" block pending={pending.has('found')} onPress={() => void found()}>
          {say.found}
        </Button>
        <ButtonLink kind="text" href={`/i/${one.id}`}>
          {say.back}
        </ButtonLink>
      </SignScreen>
    </>
  )
}

/** Found each other, or ten minutes are over: on both phones. */
const Out = ({ one }: { one: IntroductionView }) => {
  const say = useMessages(words)
  const name = useNameOf(one)
  const [, go] = useLocation()
  const found = one.sign === undefined
  useEffect(() => {
    if (found) go(`/i/${one.id}`, { replace: true })
  }, [found, go, one.id])
  return (
    <Page top={<TopBar />}>
      <PageHead head={say.out} lead={say.outWhat(name)} />
      <ButtonLink href={`/i/${one.id}`}>{say.back}</ButtonLink>
    </Page>
  )
}
