/** An evening with made-up people, begun by coming here: nothing is asked, and the room opens by itself. */
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { errorWords } from '../../client/error-words.ts'
import { tryOut as words } from '../../i18n/en/try.ts'
import { useMessages } from '../../i18n/messages.ts'
import { preload } from '../../screens.ts'
import { useSnapshot } from '../../state/hooks.ts'
import { Band } from '../../ui/band.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Page, TopBar } from '../../ui/page.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { beginEvening, type EveningTrouble } from './evening.ts'
import './try.css'

const Try = () => {
  const say = useMessages(words)
  const [, navigate] = useLocation()
  // The socket of the new session belongs to the store.
  useSnapshot(({ session }) => session)
  const [opened, setOpened] = useState(false)
  const [error, setError] = useState<EveningTrouble>()
  const begun = useRef(false)
  const begin = async (): Promise<void> => {
    setError(undefined)
    const result = await beginEvening(say.bookFile, () => setOpened(true))
    if (!result.ok) return setError(result.error)
    navigate(`/r/${result.code}`, { replace: true })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; further tries are the button's
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    preload('room')
    void begin()
  }, [])
  return (
    <Page
      className="try"
      top={
        <>
          <Band />
          <TopBar bare />
        </>
      }
    >
      {error === undefined ? (
        <Waiting words={opened ? say.bringing : say.opening} />
      ) : (
        <div className="try-failed">
          <ErrorNote
            whole
            what={say.failed}
            kept={error.error === 'unreadable' ? say.stopped : errorWords(error)}
            action={<Button onPress={() => void begin()}>{say.again}</Button>}
          />
          <ButtonLink kind="text" href="/">
            {say.firstPage}
          </ButtonLink>
        </div>
      )}
    </Page>
  )
}

export default Try
