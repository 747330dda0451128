/** The frame of a screen: the bar above, the words and cards, the dock below. */
import ChevronLeft from 'lucide-react/icons/chevron-left'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { pieces } from '../i18n/en/pieces.ts'
import { useMessages } from '../i18n/messages.ts'
import { Icon } from './icon.tsx'
import { Wordmark } from './wordmark.tsx'
import './page.css'

export interface PageProps {
  /** `<TopBar>` or `<BackBar>`; before it a `<Band>`. */
  top?: ReactNode
  /** A `<Dock>`. */
  dock?: ReactNode
  children: ReactNode
  /** The screen's own class, for its own sheet. */
  className?: string
}

export const Page = ({ top, dock, children, className = '' }: PageProps) => (
  <div className={`k-page ${className}`}>
    {top}
    <main className="k-main">{children}</main>
    {dock}
  </div>
)

export interface TopBarProps {
  /** Where one is: its word is underlined. */
  current?: 'talk' | 'people'
  /** Nobody is signed in or in a room yet: the wordmark alone. */
  bare?: boolean
}

export const TopBar = ({ current, bare = false }: TopBarProps) => {
  const say = useMessages(pieces)
  const at = (name: TopBarProps['current']) => (name === current ? 'page' : undefined)
  return (
    <header className="k-topbar">
      <Link href="/" aria-label={say.home}>
        <Wordmark />
      </Link>
      {!bare && (
        <nav aria-label={say.main}>
          <Link href="/talk" aria-current={at('talk')}>
            {say.talk}
          </Link>
          <Link href="/people" aria-current={at('people')}>
            {say.myPeople}
          </Link>
        </nav>
      )}
    </header>
  )
}

export interface BackBarProps {
  href: string
  /** Where it leads: "Room", "Ben". */
  words?: string
  /** At the other end: "Skip", as a link or a text button. */
  end?: ReactNode
}

export const BackBar = ({ href, words, end }: BackBarProps) => {
  const say = useMessages(pieces)
  return (
    <header className="k-topbar">
      <Link href={href} className="k-back">
        <Icon of={ChevronLeft} size={24} bare />
        {words ?? say.back}
      </Link>
      {end}
    </header>
  )
}

export interface TalkBarProps {
  href: string
  name: string
  face: ReactNode
  /** A menu button. */
  end?: ReactNode
}

/** Above a conversation: back, the face, the name, what one can do. */
export const TalkBar = ({ href, name, face, end }: TalkBarProps) => {
  const say = useMessages(pieces)
  return (
    <header className="k-topbar k-talkbar">
      <Link href={href} className="k-back" aria-label={say.back}>
        <Icon of={ChevronLeft} size={24} bare />
      </Link>
      {face}
      <h1 className="k-lettered" tabIndex={-1}>
        {name}
      </h1>
      {end}
    </header>
  )
}

export interface PageHeadProps {
  /** "Book evening, Leeds library". */
  kicker?: ReactNode
  head: ReactNode
  lead?: ReactNode
  /** A quiet line below. */
  note?: ReactNode
}

/** One a screen. The head takes the focus when a screen has come, so that it is the first thing told. */
export const PageHead = ({ kicker, head, lead, note }: PageHeadProps) => (
  <div className="k-page-head">
    {kicker !== undefined && <p className="k-note">{kicker}</p>}
    <h1 tabIndex={-1}>{head}</h1>
    {lead !== undefined && <p className="k-lead">{lead}</p>}
    {note !== undefined && <p className="k-note">{note}</p>}
  </div>
)
