/** Showing the way in: the letters, the poster, the big screen, the host link, and words to send. */
import { type RoomFace, spacedCode } from '@kith/protocol'
import Link2 from 'lucide-react/icons/link-2'
import Monitor from 'lucide-react/icons/monitor'
import Printer from 'lucide-react/icons/printer'
import Send from 'lucide-react/icons/send'
import { useState } from 'react'
import { call } from '../../client/call.ts'
import { host as words } from '../../i18n/en/host.ts'
import { useMessages } from '../../i18n/messages.ts'
import { formatDay, formatTime, formatUntil } from '../../i18n/time.ts'
import { Tool, Tools } from '../../ui/tool.tsx'
import type { Acting } from '../room/act.ts'
import { roomLink } from '../room/link.ts'
import { SecondPerson } from '../try/second-person.tsx'
import { SHARE_COMMAND, useWayIn } from '../wall/way-in.ts'
import { keepHostKey, keptHostKey } from './host-key.ts'
import { Sendable } from './sendable.tsx'

export interface ShowingProps {
  face: RoomFace
  now: number
  acting: Acting
}

export const Showing = ({ face, now, acting }: ShowingProps) => {
  const say = useMessages(words)
  const { code } = face
  const way = useWayIn(code)
  const link = way?.link ?? roomLink(code)
  const [open, setOpen] = useState<'link' | 'text'>()
  const [hostKey, setHostKey] = useState(() => keptHostKey(code))
  const showHostLink = async (): Promise<void> => {
    if (open === 'link') return setOpen(undefined)
    const key = hostKey ?? (await acting.act('link', () => call('host.link', { code })))?.hostKey
    if (key === undefined) return
    keepHostKey(code, key)
    setHostKey(key)
    setOpen('link')
  }
  const when =
    face.begins > now
      ? say.textBegins(formatDay(face.begins, now), formatTime(face.begins))
      : say.textNow(formatUntil(face.ends, now))
  return (
    <section className="desk-showing">
      <h2>{say.wayIn}</h2>
      <p className="desk-letters">
        <b role="img" aria-label={[...code].join(' ')}>
          {spacedCode(code)}
        </b>
      </p>
      <Tools>
        <Tool icon={Printer} words={say.poster} href={`/r/${code}/poster`} />
        <Tool icon={Monitor} words={say.bigScreen} href={`/r/${code}/wall`} />
        <Tool icon={Link2} words={say.hostLink} chosen={open === 'link'} onPress={() => void showHostLink()} />
        <Tool
          icon={Send}
          words={say.textToSend}
          chosen={open === 'text'}
          onPress={() => setOpen(open === 'text' ? undefined : 'text')}
        />
      </Tools>
      {open === 'link' && hostKey !== undefined && (
        <Sendable label={say.hostLink} text={new URL(`/h/${code}/${hostKey}`, link).href} />
      )}
      {open === 'text' && <Sendable label={say.textToSend} text={say.text(face.name, when, link, spacedCode(code))} />}
      <p className="k-note">{say.hostLinkNote}</p>
      {way !== undefined && way.link === undefined && (
        <p className="k-note">
          {say.noPhones} <code>{SHARE_COMMAND}</code> {say.noPhonesThen}
        </p>
      )}
      <SecondPerson path={`/join/${code}`} />
    </section>
  )
}
