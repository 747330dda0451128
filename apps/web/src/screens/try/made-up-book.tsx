/** For the screen on which people are brought: a made-up address book, on a server that offers one. */
import BookUser from 'lucide-react/icons/book-user'
import { useState } from 'react'
import { call } from '../../client/call.ts'
import { tryOut as words } from '../../i18n/en/try.ts'
import { useMessages } from '../../i18n/messages.ts'
import { DoorwayButton } from '../../ui/doorway.tsx'
import { type Ask, bookFile, tellStories } from './made-up-people.ts'
import { whoseBook } from './other-loopback.ts'
import './made-up-book.css'

export interface MadeUpBookProps {
  /** Reads files as if somebody had chosen them; resolves when they are read. */
  readFiles: (files: readonly File[]) => Promise<unknown>
  ask: Ask
  disabled?: boolean
  /** Everything is read, and the stories are told. */
  onTaken?: () => void
}

export const offersMadeUpBook = (): boolean => document.documentElement.dataset.try === '1'

export const MadeUpBook = ({ readFiles, ask, disabled = false, onTaken }: MadeUpBookProps) => {
  const say = useMessages(words)
  const [pending, setPending] = useState(false)
  const [failed, setFailed] = useState(false)
  if (!offersMadeUpBook()) return null
  const take = async (): Promise<void> => {
    setPending(true)
    setFailed(false)
    const book = await call('try.book', { whose: whoseBook(location.hostname) })
    if (book.ok) {
      await readFiles([bookFile(book.value, say.bookFile)])
      await tellStories(ask, book.value.stories)
      onTaken?.()
    }
    setFailed(!book.ok)
    setPending(false)
  }
  return (
    <div className="try-book">
      <DoorwayButton
        icon={BookUser}
        strong={say.book}
        soft={say.bookWhat}
        disabled={disabled || pending}
        onPress={() => void take()}
      />
      <p role="alert" className="k-note">
        {failed && say.bookFailed}
      </p>
    </div>
  )
}
