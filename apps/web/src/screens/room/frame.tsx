/** The frame of the screens on which people meet: the band of a made-up evening, and the bar. */
import type { ReactNode } from 'react'
import { Band } from '../../ui/band.tsx'
import { Page, TopBar } from '../../ui/page.tsx'
import './room.css'

export interface FrameProps {
  /** Everybody here is made up. */
  madeUp: boolean
  top?: ReactNode
  dock?: ReactNode
  children: ReactNode
  className?: string
}

export const Frame = ({ madeUp, top = <TopBar />, dock, children, className = '' }: FrameProps) => (
  <Page
    className={className}
    top={
      <>
        {madeUp && <Band />}
        {top}
      </>
    }
    dock={dock}
  >
    {children}
  </Page>
)
