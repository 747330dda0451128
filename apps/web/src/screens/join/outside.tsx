/** The room before one goes in: whose it is, how many are there, and the one optional field. */
import type { RoomFace } from '@kith/protocol'
import Calendar from 'lucide-react/icons/calendar'
import UsersRound from 'lucide-react/icons/users-round'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../client/call.ts'
import { errorWords } from '../../client/error-words.ts'
import type { CallError } from '../../client/result.ts'
import { join as words } from '../../i18n/en/join.ts'
import { pieces } from '../../i18n/en/pieces.ts'
import { useMessages } from '../../i18n/messages.ts'
import { formatUntil } from '../../i18n/time.ts'
import { useMy, useNow } from '../../state/hooks.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Dock } from '../../ui/dock.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { Hint } from '../../ui/hint.tsx'
import { Page, PageHead, TopBar } from '../../ui/page.tsx'
import { Trouble } from '../room/trouble.tsx'
import { putMadeUpBookAway } from '../try/made-up-people.ts'
import type { usePeek } from './use-peek.ts'

type Peek = ReturnType<typeof usePeek>

export const Outside = ({ peek, code }: { peek: Peek; code: string }) => {
  const say = useMessages(words)
  if (peek.state === 'seen')
    return peek.face.state === 'ended' ? <Ended face={peek.face} /> : <Face face={peek.face} code={code} />
  if (peek.state !== 'failed') return null
  if (peek.error.error === 'room-ended') return <Ended />
  return (
    <Page top={<TopBar bare />} className="join">
      <ErrorNote whole what={say.head} kept={errorWords(peek.error)} action={<TryAgain onPress={peek.again} />} />
    </Page>
  )
}

const TryAgain = ({ onPress }: { onPress: () => void }) => {
  const say = useMessages(pieces)
  return <Button onPress={onPress}>{say.tryAgain}</Button>
}

const Ended = ({ face }: { face?: RoomFace }) => {
  const say = useMessages(words)
  const now = useNow()
  const removed = face?.you === 'removed'
  const at = face !== undefined && face.ends <= now ? say.endedAt(formatUntil(face.ends, now)) : undefined
  return (
    <Page
      className="join"
      top={<TopBar bare />}
      dock={
        <Dock form="stack">
          <ButtonLink kind="primary" block href="/join">
            {say.another}
          </ButtonLink>
          <ButtonLink kind="text" href="/">
            {say.first}
          </ButtonLink>
        </Dock>
      }
    >
      <PageHead
        {...(face !== undefined && { kicker: face.name })}
        head={removed ? say.removed : say.ended}
        lead={removed ? say.notMine : at}
      />
    </Page>
  )
}

const Face = ({ face, code }: { face: RoomFace; code: string }) => {
  const say = useMessages(words)
  const now = useNow()
  const going = useGoingIn(face, code)
  const before = face.state === 'before'
  return (
    <Page
      className="join"
      top={<TopBar bare />}
      dock={
        <Dock form="stack">
          <Button kind="primary" block pending={going.pending} onPress={() => void going.goIn()}>
            {say.goIn}
          </Button>
          <p className="k-note">{say.leave}</p>
        </Dock>
      }
    >
      <form
        className="join-face"
        onSubmit={(event) => {
          event.preventDefault()
          void going.goIn()
        }}
      >
        <div>
          <p className="k-note">
            {before ? say.openedBy(face.hostName) : say.opened(face.hostName, formatUntil(face.ends, now))}
          </p>
          <h1 tabIndex={-1}>{face.name}</h1>
        </div>
        {before ? (
          <Hint icon={Calendar}>
            <b>{say.begins(formatUntil(face.begins, now))}.</b> {say.before}
          </Hint>
        ) : (
          <Hint icon={UsersRound}>
            <b>{say.people(face.people)}</b> {face.people > 0 && say.few}
          </Hint>
        )}
        <div ref={going.field}>
          <Field
            label={face.byNod ? say.nameNeeded : say.name}
            help={face.byNod ? say.nameWhoNod(face.hostName) : say.nameWho}
            value={going.name}
            onChange={going.setName}
            required={face.byNod}
            maxLength={40}
            autoComplete="given-name"
            autoCapitalize="words"
            enterKeyHint="go"
            error={going.nameMissing ? say.nameMissing : undefined}
          />
        </div>
        <Trouble error={going.trouble} onClose={going.forgive} />
      </form>
    </Page>
  )
}

const useGoingIn = (face: RoomFace, code: string) => {
  const [, navigate] = useLocation()
  // From here on the store listens: what the answer brings is shown in the room.
  const my = useMy()
  const [typed, setTyped] = useState<string>()
  const [nameMissing, setMissing] = useState(false)
  const [trouble, setTrouble] = useState<CallError>()
  const [pending, setPending] = useState(false)
  const field = useRef<HTMLDivElement>(null)
  // By nod the name that one gave elsewhere is offered; where it is optional, empty means unnamed (REV2).
  const name = typed ?? (face.byNod ? (my?.name ?? '') : '')
  useEffect(() => {
    if (nameMissing) field.current?.querySelector('input')?.focus()
  }, [nameMissing])
  const goIn = async (): Promise<void> => {
    const firstName = name.trim()
    setTrouble(undefined)
    if (face.byNod && firstName === '') return setMissing(true)
    setPending(true)
    const result = await call('rooms.join', { code, ...(firstName !== '' && { firstName }) })
    if (result.ok) {
      await putMadeUpBookAway()
      const { value } = result
      const toChoose = value.you === 'in' && value.room.face.topics.length > 0 && value.room.tapped === null
      return navigate(toChoose ? `/r/${code}/topics` : `/r/${code}`)
    }
    setPending(false)
    if (result.error.error === 'name-needed') setMissing(true)
    else setTrouble(result.error)
  }
  return {
    name,
    setName: (next: string) => {
      setMissing(false)
      setTyped(next)
    },
    nameMissing,
    trouble,
    forgive: () => setTrouble(undefined),
    pending,
    goIn,
    field,
  }
}
