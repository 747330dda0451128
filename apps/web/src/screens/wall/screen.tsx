/** The big screen: the code for everybody who comes by, and sums of five or more. It works without a session. */
import { readCode, spacedCode, type WallView } from '@kith/protocol'
import Maximize from 'lucide-react/icons/maximize'
import { useEffect, useState } from 'react'
import { useParams } from 'wouter'
import { wall as words } from '../../i18n/en/wall.ts'
import { useMessages } from '../../i18n/messages.ts'
import { formatUntil } from '../../i18n/time.ts'
import { useNow } from '../../state/hooks.ts'
import { useWakeLock } from '../../state/wake-lock.ts'
import { Band } from '../../ui/band.tsx'
import { Button } from '../../ui/button.tsx'
import { QrCode } from '../../ui/code.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Page, TopBar } from '../../ui/page.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { Wordmark } from '../../ui/wordmark.tsx'
import { useWall } from './use-wall.ts'
import { WallCircles } from './wall-circles.tsx'
import { hostOf, SHARE_COMMAND } from './way-in.ts'
import './wall.css'

const LONG_NAME = 36

const WallScreen = () => {
  const say = useMessages(words)
  const { code: written = '' } = useParams()
  const wall = useWall(readCode(written) ?? written)
  useWakeLock(wall.state === 'seen' && wall.view.face.state !== 'ended')
  if (wall.state === 'looking') return <Waiting />
  if (wall.state === 'no-room')
    return (
      <Page top={<TopBar bare />}>
        <ErrorNote whole what={say.noRoom} kept={say.noRoomWhat} />
      </Page>
    )
  return <WallPicture view={wall.view} connected={wall.connected} />
}

const WallPicture = ({ view, connected }: { view: WallView; connected: boolean }) => {
  const say = useMessages(words)
  const now = useNow()
  const { face } = view
  return (
    <div className="wall">
      {face.madeUp && <Band />}
      <main>
        <WallCircles people={face.people} />
        <p className={`wall-name${face.name.length > LONG_NAME ? ' wall-name-long' : ''}`}>{face.name}</p>
        <section className="wall-code" aria-label={say.join}>
          <h1 tabIndex={-1} className="k-lettered">
            {say.head}
          </h1>
          {face.state !== 'ended' && <Way link={view.link} />}
          <p className="wall-letters" role="img" aria-label={[...face.code].join(' ')}>
            {spacedCode(face.code)}
          </p>
          {view.link !== undefined && (
            <p>
              {say.at} <b>{hostOf(view.link)}</b>
            </p>
          )}
        </section>
        <Sums view={view} />
        <p className="wall-until">
          {face.state === 'before'
            ? say.doorsOpen(formatUntil(face.begins, now))
            : face.state === 'ended'
              ? say.ended
              : say.until(formatUntil(face.ends, now))}
          {!connected && <small role="status">{say.noConnection}</small>}
        </p>
        <div className="wall-mark">
          <Wordmark />
        </div>
        <FullScreen />
      </main>
    </div>
  )
}

const Way = ({ link }: { link: string | undefined }) => {
  const say = useMessages(words)
  if (link !== undefined) return <QrCode link={link} />
  return (
    <p className="wall-no-phones">
      <b>{say.noPhones}</b>
      <span>
        {say.noPhonesHow} <code>{SHARE_COMMAND}</code> {say.noPhonesThen}
      </span>
    </p>
  )
}

const Sums = ({ view }: { view: WallView }) => {
  const say = useMessages(words)
  const { face, introductions, wavesWaiting } = view
  return (
    <>
      <p className="wall-sum wall-mine">
        {face.people >= 5 ? (
          <>
            <Big>{say.step(face.people)}</Big> {say.peopleHere}
          </>
        ) : (
          say.beFirst
        )}
      </p>
      <p className="wall-sum wall-theirs">
        {introductions > 0 ? (
          <>
            <Big>{say.step(introductions)}</Big> {say.hellos}
          </>
        ) : (
          wavesWaiting === 0 && say.noHellos
        )}
        {wavesWaiting > 0 && <span className="wall-waves">{say.waves(wavesWaiting)}</span>}
      </p>
    </>
  )
}

/** "25+" stands as large as it can; "1,000+" has to fit into the same circle. */
const Big = ({ children }: { children: string }) => (
  <strong className={children.length > 3 ? 'wall-long' : ''}>{children}</strong>
)

const FullScreen = () => {
  const say = useMessages(words)
  const [full, setFull] = useState(() => document.fullscreenElement !== null)
  useEffect(() => {
    const look = () => setFull(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', look)
    return () => document.removeEventListener('fullscreenchange', look)
  }, [])
  if (full || !document.fullscreenEnabled) return null
  return (
    <div className="wall-full">
      <Button
        kind="plain"
        icon={Maximize}
        onPress={() => void document.documentElement.requestFullscreen().catch(() => {})}
      >
        {say.fullScreen}
      </Button>
    </div>
  )
}

export default WallScreen
