/** The frame of the page of follows. Its links are loaded as a whole: the other pages have another policy. */
import ChevronLeft from 'lucide-react/icons/chevron-left'
import type { ReactNode } from 'react'
import { follows } from '../../i18n/en/follows.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Icon } from '../../ui/icon.tsx'
import { Page } from '../../ui/page.tsx'
import '../../ui/place-card.css'
import './follows.css'

export interface FrameProps {
  back: string
  dock: ReactNode
  children: ReactNode
}

export const Frame = ({ back, dock, children }: FrameProps) => {
  const say = useMessages(follows)
  const top = (
    <header className="k-topbar">
      <a href={back} className="k-back">
        <Icon of={ChevronLeft} size={24} bare />
        {say.back}
      </a>
    </header>
  )
  return (
    <Page className="follows" top={top} dock={dock}>
      {children}
    </Page>
  )
}
