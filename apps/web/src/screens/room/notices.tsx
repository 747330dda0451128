/** What happens elsewhere than on the screen one looks at: a vibration, a sound where it is wanted, and a banner. */
import { useCallback, useEffect, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { pieces } from '../../i18n/en/pieces.ts'
import { room as words } from '../../i18n/en/room.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useConnection, useNotice } from '../../state/hooks.ts'
import { preference } from '../../state/preferences.ts'
import type { Notice as Told } from '../../state/store.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { play, vibrate } from './sound.ts'

const STAYS_MS = 12_000

export const Notices = () => {
  const say = useMessages(words)
  const [path] = useLocation()
  const [told, setTold] = useState<Told>()
  useNotice(
    useCallback((notice) => {
      // What one sees come in one's own conversation needs no bell.
      if (notice.about === 'message' && whereTo(notice) === location.pathname) return
      setTold(notice)
      vibrate()
      if (preference('sound')) play()
    }, []),
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: each notice has its own time
  useEffect(() => {
    const timer = setTimeout(() => setTold(undefined), STAYS_MS)
    return () => clearTimeout(timer)
  }, [told])
  const isOld = useConnection().state === 'reload'
  const to = told && whereTo(told)
  const shown = told !== undefined && (to !== path || told.about === 'look-now' || told.about === 'hush-over')
  const close = () => setTold(undefined)
  if (isOld) return <NewVersion />
  return (
    <Notice
      action={told && <Answer to={to === path ? undefined : to} onDone={close} />}
      unseen={told && !shown ? noticeWords(told, say) : undefined}
    >
      {shown && noticeWords(told, say)}
    </Notice>
  )
}

/** The server speaks another version than this page: what comes could not be understood. */
const NewVersion = () => {
  const say = useMessages(pieces)
  return (
    <Notice
      action={
        <Button kind="text" onPress={() => location.reload()}>
          {say.useNewVersion}
        </Button>
      }
    >
      {say.newVersion}
    </Notice>
  )
}

const Answer = ({ to, onDone }: { to: string | undefined; onDone: () => void }) => {
  const say = useMessages(words)
  return (
    <>
      {to !== undefined && (
        <Link className="k-button k-button-text" href={to} onClick={onDone}>
          {say.look}
        </Link>
      )}
      <Button kind="text" onPress={onDone}>
        {say.close}
      </Button>
    </>
  )
}

const noticeWords = (notice: Told, say: typeof words): string => {
  switch (notice.about) {
    case 'cards':
      return say.cardsNotice(notice.cards ?? 1)
    case 'wave':
      return say.waveNotice
    case 'introduction':
      return say.introductionNotice
    case 'message':
      return say.messageNotice
    case 'look-now':
      return say.lookNowNotice
    case 'hush-over':
      return say.hushOverNotice
  }
}

const whereTo = ({ about, room, introduction }: Told): string | undefined => {
  if (introduction !== undefined) return about === 'message' ? `/i/${introduction}/talk` : `/i/${introduction}`
  return room === undefined ? undefined : `/r/${room}`
}
