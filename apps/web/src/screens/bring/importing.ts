/** The import as a screen has it: one worker, the preview it last gave, and what it is doing. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { keepForGood } from '../../device/book.ts'
import { Importing } from '../../device/importing.ts'
import type {
  Asked,
  Choice,
  NamedFile,
  News,
  OpenInput,
  Preview,
  Questions,
  Read,
  TakenBook,
} from '../../device/people/messages.ts'
import { takeSharedFiles } from '../../sw/handed-file.ts'
import { takeHandedOver } from '../follows/handover.ts'
import { keepPlace } from './where-one-was.ts'

export type Ask = <A extends Asked>(ask: A, input: Questions[A]['input']) => Promise<Questions[A]['output']>

export interface ImportState {
  /** `undefined` until the worker has looked at what was kept. */
  readonly preview: Preview | undefined
  /** What came of the last reading. */
  readonly read: Read | undefined
  readonly news: News | undefined
  readonly isReading: boolean
  /** The worker broke, or the database did. */
  readonly isBroken: boolean
  /** Counts what changed the rows, so that a list reads its part anew. */
  readonly version: number
  readonly ask: Ask
  readonly readFiles: (files: readonly File[], mastodonServer?: string) => Promise<Read | undefined>
  readonly take: (book: TakenBook) => Promise<Read | undefined>
  readonly choose: (choice: Choice) => void
  readonly dropBook: (source: string) => void
}

export const useImporting = (open: OpenInput): ImportState => {
  const worker = useRef<Importing>(undefined)
  const [preview, setPreview] = useState<Preview>()
  const [read, setRead] = useState<Read>()
  const [news, setNews] = useState<News>()
  const [isReading, setReading] = useState(false)
  const [isBroken, setBroken] = useState(false)
  const [version, setVersion] = useState(0)

  const ask = useCallback<Ask>((what, input) => {
    worker.current ??= new Importing()
    return worker.current.ask(what, input)
  }, [])

  const show = useCallback((next: Preview) => {
    keepPlace({ hasBooks: next.books.length > 0 })
    setPreview(next)
    setVersion((before) => before + 1)
  }, [])

  /** What breaks here is a defect or a full disk: the screen says so, and offers to load the page again. */
  const attempt = useCallback(async <T>(work: Promise<T>): Promise<T | undefined> => {
    try {
      return await work
    } catch {
      setBroken(true)
      return undefined
    }
  }, [])

  const reading = useCallback(
    async (work: () => Promise<Read>): Promise<Read | undefined> => {
      setReading(true)
      const result = await attempt(work())
      setReading(false)
      if (result === undefined) return undefined
      setRead(result)
      show(result.preview)
      void keepForGood()
      return result
    },
    [attempt, show],
  )

  const readFiles = useCallback(
    (files: readonly File[], mastodonServer?: string) => {
      const named: NamedFile[] = files.map((file) => ({ name: file.name, content: file }))
      return reading(() => ask('read', { files: named, ...(mastodonServer ? { mastodonServer } : {}) }))
    },
    [ask, reading],
  )
  const take = useCallback((book: TakenBook) => reading(() => ask('take', book)), [ask, reading])
  const showing = useCallback(
    async (work: Promise<Preview>) => {
      const next = await attempt(work)
      if (next !== undefined) show(next)
    },
    [attempt, show],
  )
  const choose = useCallback((choice: Choice) => void showing(ask('choose', choice)), [ask, showing])
  const dropBook = useCallback((source: string) => void showing(ask('dropBook', { source })), [ask, showing])

  const { limit, country, ownName } = open
  useEffect(() => {
    const known = { limit, ...(country ? { country } : {}), ...(ownName ? { ownName } : {}) }
    void showing(ask('open', known))
  }, [ask, showing, limit, country, ownName])

  useEffect(() => {
    worker.current ??= new Importing()
    const silence = worker.current.onNews(setNews)
    void takeWhatCame(readFiles, take)
    return () => {
      silence()
      worker.current?.close()
      worker.current = undefined
    }
  }, [readFiles, take])

  return { preview, read, news, isReading, isBroken, version, ask, readFiles, take, choose, dropBook }
}

/** What another app shared, or the page of follows found, while this screen was not there. */
const takeWhatCame = async (readFiles: ImportState['readFiles'], take: ImportState['take']): Promise<void> => {
  const shared = await takeSharedFiles()
  if (shared.length > 0) await readFiles(shared)
  const follows = takeHandedOver()
  if (follows === undefined) return
  const { account, own, people } = follows
  await take({ source: account, how: 'mutual-follows', people, own })
}
