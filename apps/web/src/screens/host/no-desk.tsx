/** In place of the desk: this device is no host, or the room has ended. */
import type { RoomFace } from '@kith/protocol'
import { host as words } from '../../i18n/en/host.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useNow } from '../../state/hooks.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Dock } from '../../ui/dock.tsx'
import { BackBar, Page, PageHead, TopBar } from '../../ui/page.tsx'
import { useActing } from '../room/act.ts'
import { Trouble } from '../room/trouble.tsx'
import { Again } from './again.tsx'

export const NotHost = ({ code }: { code: string }) => {
  const say = useMessages(words)
  return (
    <Page
      className="desk"
      top={<TopBar bare />}
      dock={
        <Dock form="stack">
          <ButtonLink kind="primary" block href={`/r/${code}`}>
            {say.toRoom}
          </ButtonLink>
        </Dock>
      }
    >
      <PageHead head={say.notHost} lead={say.notHostWhat} />
    </Page>
  )
}

export const RoomEnded = ({ face }: { face: RoomFace }) => {
  const say = useMessages(words)
  const now = useNow()
  const acting = useActing()
  return (
    <Page
      className="desk"
      top={<BackBar href={`/r/${face.code}`} words={say.room} />}
      dock={
        <Dock form="stack">
          <ButtonLink kind="primary" block href="/">
            {say.firstPage}
          </ButtonLink>
        </Dock>
      }
    >
      <PageHead kicker={face.name} head={say.ended} lead={say.endedWhat} />
      <Trouble error={acting.trouble} onClose={acting.forgive} />
      <div className="desk-column">
        <Again face={face} now={now} acting={acting} />
      </div>
    </Page>
  )
}
