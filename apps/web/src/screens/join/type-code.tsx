/** Six boxes for the letters, or the camera. Letters stay after a mistake. */
import { LETTER_WORDS, readCode } from '@kith/protocol'
import ScanLine from 'lucide-react/icons/scan-line'
import { useEffect, useId, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../client/call.ts'
import type { CallError } from '../../client/result.ts'
import { join as words } from '../../i18n/en/join.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Dock } from '../../ui/dock.tsx'
import { BackBar, Page } from '../../ui/page.tsx'
import { SixBoxes } from '../../ui/six-boxes.tsx'
import { Trouble } from '../room/trouble.tsx'
import { Scan } from './scan.tsx'
import { useWait } from './wait.ts'

const wordOf = (letter: string): string | undefined => (LETTER_WORDS as Record<string, string>)[letter]

export interface TypeCodeProps {
  /** Letters of a link that no room has. */
  code?: string
  /** A room is known to have none of them. */
  wrong?: boolean
}

export const TypeCode = ({ code = '', wrong: wrongAtFirst = false }: TypeCodeProps) => {
  const say = useMessages(words)
  const [scanning, setScanning] = useState(false)
  const typing = useTyping(code, wrongAtFirst)
  const { letters, wrong, missing, wait, trouble, pending } = typing
  const note = useId()
  const boxes = useRef<HTMLDivElement>(null)
  const wasScanning = useRef(false)
  // Back from the camera, one goes on typing.
  useEffect(() => {
    if (wasScanning.current && !scanning) boxes.current?.querySelector('input')?.focus()
    wasScanning.current = scanning
  }, [scanning])
  if (scanning)
    return (
      <Page top={<BackBar href="/" />} className="join">
        <Scan
          onCode={(found) => {
            setScanning(false)
            void typing.look(found)
          }}
          onType={() => setScanning(false)}
        />
      </Page>
    )
  return (
    <Page
      className="join"
      top={<BackBar href="/" />}
      dock={
        <Dock form="stack">
          <Button kind="primary" block pending={pending} disabled={wait > 0} onPress={() => void typing.look(letters)}>
            {wrong ? say.tryAgain : say.go}
          </Button>
        </Dock>
      }
    >
      <div className="join-code">
        <div role={wrong ? 'alert' : undefined}>
          <h1 tabIndex={-1}>{wrong ? say.wrongHead : say.head}</h1>
          <p className="k-lead">{wrong ? say.wrongLead : say.lead}</p>
        </div>
        <div ref={boxes}>
          <SixBoxes
            value={letters}
            onChange={typing.type}
            onComplete={(whole) => void typing.look(whole)}
            wordOf={wordOf}
            read={readCode}
            describedBy={note}
            invalid={missing}
          />
        </div>
        <p id={note} role="status" className="join-note">
          {wait > 0 ? say.tooMany(wait) : missing ? say.someMissing : pending ? say.looking : ''}
        </p>
        <Trouble error={trouble} onClose={typing.forgive} />
        <Button block icon={ScanLine} onPress={() => setScanning(true)}>
          {wrong ? say.scanInstead : say.scan}
        </Button>
      </div>
    </Page>
  )
}

const useTyping = (code: string, wrongAtFirst: boolean) => {
  const [, navigate] = useLocation()
  const [letters, setLetters] = useState(code)
  const [wrong, setWrong] = useState(wrongAtFirst)
  const [missing, setMissing] = useState(false)
  const [trouble, setTrouble] = useState<CallError>()
  const [pending, setPending] = useState(false)
  const { seconds: wait, begin } = useWait()
  const asked = useRef('')
  const alive = useRef(true)
  useEffect(() => {
    alive.current = true
    return () => {
      alive.current = false
    }
  }, [])
  const look = async (text: string): Promise<void> => {
    setLetters(text)
    const whole = readCode(text)
    setMissing(whole === undefined)
    if (whole === undefined || wait > 0) return
    asked.current = whole
    setTrouble(undefined)
    setPending(true)
    const result = await call('rooms.peek', { code: whole })
    // Somebody typed on meanwhile, or went away.
    if (!alive.current || asked.current !== whole) return
    setPending(false)
    if (result.ok) return navigate(`/join/${whole}`)
    const { error } = result
    if (error.error === 'room-ended') return navigate(`/join/${whole}`)
    if (error.error === 'no-room') setWrong(true)
    else if (error.error === 'too-much' && error.retryAfter !== undefined) begin(error.retryAfter)
    else setTrouble(error)
  }
  return {
    letters,
    type: (next: string) => {
      asked.current = ''
      setPending(false)
      setMissing(false)
      setLetters(next)
    },
    look,
    wrong,
    missing,
    wait,
    trouble,
    pending,
    forgive: () => setTrouble(undefined),
  }
}
