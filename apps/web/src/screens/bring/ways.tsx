/** The ways to bring people: only those that work on this very device, and the one that stood open is open again. */
import AtSign from 'lucide-react/icons/at-sign'
import BookUser from 'lucide-react/icons/book-user'
import ClipboardList from 'lucide-react/icons/clipboard-list'
import Contact from 'lucide-react/icons/contact'
import FileUp from 'lucide-react/icons/file-up'
import Monitor from 'lucide-react/icons/monitor'
import { useState } from 'react'
import type { Abilities } from '../../device/abilities.ts'
import { bring } from '../../i18n/en/bring.ts'
import { useMessages } from '../../i18n/messages.ts'
import { type Way, Ways } from '../../ui/ways.tsx'
import { MadeUpBook } from '../try/made-up-book.tsx'
import type { ImportState } from './importing.ts'
import { AtComputer } from './way-computer.tsx'
import { AnyFile, Paste, WholeBook } from './way-file.tsx'
import { PickPeople, Social } from './way-people.tsx'
import { keepPlace, whereOneWas } from './where-one-was.ts'

export interface BringWaysProps {
  abilities: Abilities
  state: ImportState
  code: string | undefined
}

export const BringWays = ({ abilities, state, code }: BringWaysProps) => {
  const [open, setOpen] = useState(() => whereOneWas().way)
  const toggle = (way: string | undefined) => {
    keepPlace({ way })
    setOpen(way)
  }
  return (
    <>
      <Ways ways={useWays(abilities, state, code)} open={open} onOpen={toggle} />
      <MadeUpBook readFiles={state.readFiles} ask={state.ask} disabled={state.isReading} />
    </>
  )
}

const useWays = (abilities: Abilities, state: ImportState, code: string | undefined): Way[] => {
  const say = useMessages(bring)
  const { kind, fileTypes } = abilities
  const files = { types: fileTypes, disabled: state.isReading, onFiles: state.readFiles }
  const ways: (Way | undefined)[] = [
    { id: 'social', icon: AtSign, strong: say.social, soft: say.socialHow, children: <Social code={code} /> },
    abilities.picksPeople
      ? { id: 'pick', icon: Contact, strong: say.pick, soft: say.pickHow, children: <PickPeople take={state.take} /> }
      : undefined,
    {
      id: 'book',
      icon: BookUser,
      strong: say.book,
      soft: say.bookHow[kind],
      children: <WholeBook {...files} kind={kind} isShareTarget={abilities.isShareTarget} />,
    },
    { id: 'file', icon: FileUp, strong: say.file, soft: say.fileHow, children: <AnyFile {...files} /> },
    { id: 'paste', icon: ClipboardList, strong: say.paste, soft: say.pasteHow, children: <Paste {...files} /> },
    kind === 'computer'
      ? undefined
      : { id: 'computer', icon: Monitor, strong: say.computer, soft: say.computerHow, children: <AtComputer /> },
  ]
  return ways.filter((way) => way !== undefined)
}
