/** Bring your people: the ways, what was found, and the one button that shows who is here. */
import Lock from 'lucide-react/icons/lock'
import { useMemo } from 'react'
import { useParams } from 'wouter'
import { abilitiesOf, describeDevice } from '../../device/abilities.ts'
import { bring } from '../../i18n/en/bring.ts'
import { locale, useMessages } from '../../i18n/messages.ts'
import { useMy } from '../../state/hooks.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Hint } from '../../ui/hint.tsx'
import { BackBar, Page, PageHead } from '../../ui/page.tsx'
import { EveningBand } from '../try/evening-band.tsx'
import { useBringing } from './bringing.ts'
import { Brought } from './brought.tsx'
import { countryOf } from './countries.ts'
import { BringDock } from './dock.tsx'
import { useDrop } from './drop.ts'
import { type ImportState, useImporting } from './importing.ts'
import { Found } from './preview.tsx'
import { Progress } from './progress.tsx'
import { NotTaken } from './sources.tsx'
import { BringWays } from './ways.tsx'
import { whereOneWas } from './where-one-was.ts'
import '../../ui/place-card.css'
import './bring.css'

/** CON4. */
const MOST = { guest: 5000, member: 10_000 }

const Bring = () => {
  const { code } = useParams<{ code?: string }>()
  const my = useMy()
  const limit = MOST[my?.who ?? 'guest']
  const country = useMemo(() => countryOf(locale()), [])
  const state = useImporting({ limit, ...(country ? { country } : {}), ...(my?.name ? { ownName: my.name } : {}) })
  // Whoever came here from elsewhere and is in one room means that one.
  const room = my?.rooms.find(({ face }) => face.code === code) ?? (code === undefined ? my?.rooms[0] : undefined)
  const people = state.preview?.people ?? 0
  // Before the doors open, and at the door, they are made ready: one asks who is here when one is in.
  const isIn = room?.face.state === 'open' && room.face.you === 'in'
  const canSeal = isIn && room.sealingsLeft > 0
  const bringing = useBringing({ ask: state.ask, news: state.news, people, code: canSeal ? room.face.code : undefined })
  const { stage } = bringing
  if (stage.at === 'preparing' || stage.at === 'sealing') {
    return <Progress stage={stage} people={people} onStop={bringing.stop} />
  }
  if (stage.at === 'brought') {
    const counts = room !== undefined && !isIn && room.sealingsLeft > 0 ? 'when-in' : 'next-room'
    return <Brought people={stage.people} code={room?.face.code} counts={counts} />
  }
  return (
    <Editing state={state} limit={limit} code={room?.face.code ?? code}>
      <BringDock
        preview={state.preview}
        room={isIn ? room : undefined}
        trouble={stage.trouble}
        isReading={state.isReading}
        onBring={() => void bringing.bring()}
      />
    </Editing>
  )
}

interface EditingProps {
  state: ImportState
  limit: number
  code: string | undefined
  /** The dock. */
  children: React.ReactNode
}

const Editing = ({ state, limit, code, children }: EditingProps) => {
  const say = useMessages(bring)
  const abilities = useMemo(() => abilitiesOf(describeDevice()), [])
  const drop = useDrop(state.readFiles)
  const { preview } = state
  const hasBooks = preview !== undefined && preview.books.length > 0
  const isOpening = preview === undefined && !state.isBroken && whereOneWas().hasBooks === true
  const home = code === undefined ? '/' : `/r/${code}`
  const end = (
    <ButtonLink kind="text" href={home}>
      {say.notNow}
    </ButtonLink>
  )
  const top = (
    <>
      <EveningBand />
      {code === undefined ? <BackBar href={home} end={end} /> : <BackBar href={home} words={say.room} end={end} />}
    </>
  )
  return (
    <div {...drop}>
      <Page className="bring" top={top} dock={children}>
        <div className="bring-grid">
          <div className="bring-head">
            <PageHead head={say.head} />
            <Hint icon={Lock}>
              <b>{say.namesStay}</b> {say.whatIsSent}
            </Hint>
            {state.isBroken && <Broken />}
            <Reading state={state} />
            <NotTaken read={state.read} />
          </div>
          {hasBooks ? (
            <Found state={state} preview={preview} abilities={abilities} limit={limit} code={code} />
          ) : isOpening ? (
            <p className="k-note bring-beside" role="status">
              {say.loading}
            </p>
          ) : (
            <div className="bring-beside">
              <BringWays abilities={abilities} state={state} code={code} />
              {abilities.kind === 'computer' && <p className="k-note bring-drop">{say.dropHere}</p>}
            </div>
          )}
        </div>
      </Page>
    </div>
  )
}

const Reading = ({ state: { isReading, news } }: { state: ImportState }) => {
  const say = useMessages(bring)
  const found = news?.about === 'reading' ? news.contacts : 0
  return (
    <p className="bring-reading" role="status">
      {isReading && `${say.reading} ${found > 0 ? say.readingSo(found) : ''}`}
    </p>
  )
}

const Broken = () => {
  const say = useMessages(bring)
  return <ErrorNote what={say.broken} action={<Button onPress={() => location.reload()}>{say.again}</Button>} />
}

export default Bring
