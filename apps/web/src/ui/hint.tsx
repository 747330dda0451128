/** An icon and what it stands for: "Names stay on this device. …", "10+ people are here. …". */
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import './hint.css'

export interface HintProps {
  icon: LucideIcon
  children: ReactNode
  /** In the size of notes. */
  small?: boolean
}

export const Hint = ({ icon, children, small = false }: HintProps) => (
  <p className={`k-hint${small ? ' k-hint-small' : ''}`}>
    <Icon of={icon} size={small ? 28 : 32} />
    <span>{children}</span>
  </p>
)
