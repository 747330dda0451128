/** "Do it at a computer": a link by which another device becomes this same person, once, for a quarter of an hour. */
import { useState } from 'react'
import { call } from '../../client/call.ts'
import { errorWords } from '../../client/error-words.ts'
import { bring } from '../../i18n/en/bring.ts'
import { useMessages } from '../../i18n/messages.ts'
import { formatTime } from '../../i18n/time.ts'
import { Button } from '../../ui/button.tsx'
import { QrCode } from '../../ui/code.tsx'

export const AtComputer = () => {
  const say = useMessages(bring)
  const [link, setLink] = useState<{ href: string; until: number }>()
  const [trouble, setTrouble] = useState('')
  const make = async (): Promise<void> => {
    const made = await call('me.link', {})
    setTrouble(made.ok ? '' : made.error.error === 'no-session' ? say.notInRoom : errorWords(made.error))
    if (made.ok) setLink({ href: new URL(`/d/${made.value.key}`, location.href).href, until: made.value.until })
  }
  return (
    <div className="bring-in">
      <p>{say.computerWhat}</p>
      {link === undefined ? (
        <Button kind="primary" block onPress={() => void make()}>
          {say.computerGo}
        </Button>
      ) : (
        <Link {...link} />
      )}
      <p role="alert">{trouble}</p>
    </div>
  )
}

const Link = ({ href, until }: { href: string; until: number }) => {
  const say = useMessages(bring)
  const [copied, setCopied] = useState(false)
  if (isLocal(location.hostname)) return <p>{say.computerLocal}</p>
  const copy = () =>
    navigator.clipboard.writeText(href).then(
      () => setCopied(true),
      () => {},
    )
  return (
    <>
      <div className="bring-qr">
        <QrCode link={href} label={say.computerQr} />
      </div>
      <p className="bring-link">{href}</p>
      {navigator.clipboard !== undefined && (
        <Button block onPress={() => void copy()}>
          {copied ? say.computerCopied : say.computerCopy}
        </Button>
      )}
      <p className="k-note" role="status">
        {say.computerUntil(formatTime(until))}
      </p>
    </>
  )
}

/** No code ever shows an address that another device cannot open. */
const isLocal = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || /^(127\.|\[::1\])/.test(host)
