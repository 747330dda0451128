/** Waiting at the door: the room is full, many come from one place, or the host nods people in. */
import type { RoomFace } from '@kith/protocol'
import Check from 'lucide-react/icons/check'
import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../client/call.ts'
import { room as words } from '../../i18n/en/room.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useAnswered, useSnapshot } from '../../state/hooks.ts'
import { store } from '../../state/store.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Circles } from '../../ui/circles.tsx'
import { Dock } from '../../ui/dock.tsx'
import { Hint } from '../../ui/hint.tsx'
import { BackBar, PageHead } from '../../ui/page.tsx'
import { type Acting, useActing } from './act.ts'
import { Frame } from './frame.tsx'
import { Trouble } from './trouble.tsx'

export const AtDoor = ({ face }: { face: RoomFace }) => {
  const say = useMessages(words)
  const [, go] = useLocation()
  const { code } = face
  const { act, trouble, forgive } = useActing()
  useComingIn(code, act)
  const away = (): void => {
    store.leave(code)
    go('/')
  }
  return (
    <Frame
      madeUp={face.madeUp}
      className="room-short"
      top={<BackBar href="/" />}
      dock={
        <Dock form="stack">
          <ButtonLink kind="primary" block href={`/r/${code}/bring`}>
            {say.bringWhileWaiting}
          </ButtonLink>
          <Button block onPress={away}>
            {say.doNotWait}
          </Button>
        </Dock>
      }
    >
      <Circles state="someone" shared={0} instead="nothing" size={58} />
      <PageHead
        kicker={face.name}
        head={face.byNod ? say.nodHead(face.hostName) : say.fullHead(face.hostName)}
        lead={say.stayHere}
      />
      <Trouble error={trouble} onClose={forgive} />
      <Hint small icon={Check}>
        {say.keptAtDoor}
      </Hint>
    </Frame>
  )
}

/** Whoever is let in goes in, under the name with which they waited. */
const useComingIn = (code: string, act: Acting['act']): void => {
  const name = useSnapshot(({ my }) => my?.name)
  const letIn = useAnswered(code) === true
  useEffect(() => {
    if (letIn) void act('join', () => call('rooms.join', { code, ...(name === undefined ? {} : { firstName: name }) }))
  }, [letIn, act, code, name])
}

export const NotLetIn = ({ face }: { face: RoomFace }) => {
  const say = useMessages(words)
  return (
    <Frame
      madeUp={face.madeUp}
      className="room-short"
      dock={
        <Dock form="stack">
          <ButtonLink kind="primary" block href="/join">
            {say.joinAnother}
          </ButtonLink>
        </Dock>
      }
    >
      <PageHead kicker={face.name} head={say.notLetIn} lead={say.notLetInWhat} />
    </Frame>
  )
}
