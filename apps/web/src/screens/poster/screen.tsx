/** The poster of a room, as it will lie on paper, to print or to save. */
import { codeWords, readCode } from '@kith/protocol'
import Download from 'lucide-react/icons/download'
import Printer from 'lucide-react/icons/printer'
import { useEffect, useRef, useState } from 'react'
import { useParams } from 'wouter'
import { pieces } from '../../i18n/en/pieces.ts'
import { poster as words } from '../../i18n/en/poster.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Dock } from '../../ui/dock.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { BackBar, Page, PageHead } from '../../ui/page.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { EveningBand } from '../try/evening-band.tsx'
import { hostOf, SHARE_COMMAND } from '../wall/way-in.ts'
import { PosterArt } from './art.tsx'
import { howLines } from './fit.ts'
import { usePoster } from './use-poster.ts'
import './poster.css'

const SIZE = 22
const HOW_WIDTH = 442

const Poster = () => {
  const say = useMessages(words)
  const { you, them } = useMessages(pieces)
  const { code: written = '' } = useParams()
  const code = readCode(written) ?? written
  const poster = usePoster(code)
  const art = useRef<SVGSVGElement>(null)
  const [failed, setFailed] = useState(false)
  usePaper()
  if (poster.state === 'looking') return <Waiting />
  if (poster.state === 'no-room')
    return (
      <Page top={<BackBar href="/" />}>
        <ErrorNote whole what={say.noRoom} kept={say.noRoomWhat} />
      </Page>
    )
  const { link, qr } = poster
  const save = async (): Promise<void> => {
    if (art.current === null) return
    setFailed(false)
    const { savePoster } = await import('./save.ts')
    await savePoster(art.current, `kith-${code}.svg`).catch(() => setFailed(true))
  }
  return (
    <Page
      className="poster"
      top={
        <>
          <EveningBand />
          <BackBar href={`/r/${code}`} words={say.room} />
        </>
      }
      dock={
        <Dock form="two">
          <Button kind="primary" icon={Printer} onPress={() => print()}>
            {say.print}
          </Button>
          <Button icon={Download} onPress={() => void save()}>
            {say.save}
          </Button>
        </Dock>
      }
    >
      <PageHead head={say.head} lead={say.lead} />
      {link === undefined && (
        <p className="poster-no-phones">
          {say.noPhones} <code>{SHARE_COMMAND}</code> {say.noPhonesThen}
        </p>
      )}
      <p role="alert" className="poster-failed">
        {failed && say.saveFailed}
      </p>
      <PosterArt
        ref={art}
        code={code}
        qr={qr}
        how={
          link === undefined
            ? { lines: [[{ text: say.howAlone, bold: false }]], size: SIZE }
            : howLines(say.how, hostOf(link), say.howAfter, SIZE, HOW_WIDTH)
        }
        lines={say.lines}
        foot={say.foot}
        you={you}
        them={them}
        label={say.label(
          say.lines.join(' '),
          [...code].map((letter, i) => `${letter} ${codeWords(code)[i]}`).join(', '),
        )}
      />
    </Page>
  )
}

/** While this screen is there, a page is A4 without margins of its own. */
const usePaper = (): void =>
  useEffect(() => {
    document.documentElement.classList.add('poster-paper')
    return () => document.documentElement.classList.remove('poster-paper')
  }, [])

export default Poster
