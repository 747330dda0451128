/** The link of "Do it at a computer": this device becomes the same person, and goes on to bring. */
import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { call } from '../../client/call.ts'
import { errorWords } from '../../client/error-words.ts'
import { bring } from '../../i18n/en/bring.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Dock } from '../../ui/dock.tsx'
import { Page, PageHead, TopBar } from '../../ui/page.tsx'

/** Claimed by a tap, not by opening: a preview of the link in a messenger must not use it up. */
const Computer = () => {
  const say = useMessages(bring)
  const { key = '' } = useParams<{ key: string }>()
  const [, navigate] = useLocation()
  const [isPending, setPending] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const claim = async (): Promise<void> => {
    setPending(true)
    const claimed = await call('me.claim', { key })
    setPending(false)
    if (!claimed.ok) return setTrouble(errorWords(claimed.error))
    const room = claimed.value.rooms[0]?.face.code
    // The key is spent, and has no place in the history.
    navigate(room === undefined ? '/bring' : `/r/${room}/bring`, { replace: true })
  }
  const dock = (
    <Dock form="stack">
      <Button kind="primary" block pending={isPending} onPress={() => void claim()}>
        {isPending ? say.claimed : say.claimGo}
      </Button>
    </Dock>
  )
  return (
    <Page top={<TopBar bare />} dock={dock}>
      <PageHead head={say.claimHead} lead={say.claimWhat} />
      <p role="alert">{trouble}</p>
    </Page>
  )
}

export default Computer
