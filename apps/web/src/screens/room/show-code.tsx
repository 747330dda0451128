/** The room's code, large, and the other ways to show it. */
import { codeWords, type RoomFace } from '@kith/protocol'
import Monitor from 'lucide-react/icons/monitor'
import Printer from 'lucide-react/icons/printer'
import Share2 from 'lucide-react/icons/share-2'
import { useState } from 'react'
import { room as words } from '../../i18n/en/room.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Code } from '../../ui/code.tsx'
import { Tool, Tools } from '../../ui/tool.tsx'
import { SHARE_COMMAND, useWayIn } from '../wall/way-in.ts'
import { roomLink } from './link.ts'

/** With the picture for cameras where a phone can reach the server; else with how to let phones in. */
export const ShowCode = ({ face }: { face: RoomFace }) => {
  const say = useMessages(words)
  const way = useWayIn(face.code)
  return (
    <div>
      <Code link={way?.link} code={face.code} words={codeWords(face.code)} />
      {way && way.link === undefined && (
        <p className="k-note">
          {say.noPhones} <code>{SHARE_COMMAND}</code>
        </p>
      )}
    </div>
  )
}

export const OtherWays = ({ face }: { face: RoomFace }) => {
  const say = useMessages(words)
  const [copied, setCopied] = useState(false)
  const send = async (): Promise<void> => {
    const text = say.linkText(face.name)
    const url = roomLink(face.code)
    // Closing the sheet without choosing anybody is no failure.
    if ('share' in navigator) await navigator.share({ text, url }).catch(() => {})
    else setCopied(await copy(`${text} ${url}`))
  }
  const canSend = 'share' in navigator || 'clipboard' in navigator
  return (
    <div>
      <Tools>
        {canSend && <Tool icon={Share2} words={say.sendLink} onPress={() => void send()} />}
        <Tool icon={Printer} words={say.poster} href={`/r/${face.code}/poster`} />
        <Tool icon={Monitor} words={say.bigScreen} href={`/r/${face.code}/wall`} />
      </Tools>
      <p className="k-note" role="status">
        {copied && say.linkCopied}
      </p>
    </div>
  )
}

const copy = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  )
