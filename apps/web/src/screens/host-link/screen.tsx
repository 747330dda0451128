/** The host link: makes this device a host, and goes to the desk. */
import { readCode } from '@kith/protocol'
import { useEffect, useRef, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { call } from '../../client/call.ts'
import { errorWords } from '../../client/error-words.ts'
import type { CallError } from '../../client/result.ts'
import { host as words } from '../../i18n/en/host.ts'
import { pieces } from '../../i18n/en/pieces.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useSnapshot } from '../../state/hooks.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Page, TopBar } from '../../ui/page.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { keepHostKey } from '../host/host-key.ts'

const HostLink = () => {
  const say = useMessages(words)
  const { code: written = '', key = '' } = useParams()
  const code = readCode(written) ?? written
  const [, navigate] = useLocation()
  // The session that the answer brings is this device's: the store listens.
  useSnapshot(({ session }) => session)
  const [error, setError] = useState<CallError>()
  const asked = useRef(false)
  const ask = async (): Promise<void> => {
    setError(undefined)
    const result = await call('rooms.host', { code, hostKey: key })
    if (!result.ok) return setError(result.error)
    keepHostKey(code, key)
    // The key does not stay in the history.
    navigate(`/r/${code}/host`, { replace: true })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; further tries are the button's
  useEffect(() => {
    if (asked.current) return
    asked.current = true
    void ask()
  }, [])
  if (error === undefined) return <Waiting words={say.becoming} />
  const isWrong = error.error === 'not-host' || error.error === 'bad-input' || error.error === 'no-room'
  return (
    <Page top={<TopBar bare />}>
      <ErrorNote
        whole
        what={say.linkWrong}
        kept={isWrong ? say.linkWrongWhat : errorWords(error)}
        action={isWrong ? <ToRoom code={code} /> : <TryAgain onPress={() => void ask()} />}
      />
    </Page>
  )
}

const ToRoom = ({ code }: { code: string }) => <ButtonLink href={`/r/${code}`}>{useMessages(words).toRoom}</ButtonLink>

const TryAgain = ({ onPress }: { onPress: () => void }) => (
  <Button onPress={onPress}>{useMessages(pieces).tryAgain}</Button>
)

export default HostLink
