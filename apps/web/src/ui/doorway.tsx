/** A way in: an icon, what it is, and how. One of them may be the screen's primary. */
import type { LucideIcon } from 'lucide-react'
import { Link } from 'wouter'
import { Icon } from './icon.tsx'
import './doorway.css'

interface Face {
  icon: LucideIcon
  strong: string
  soft?: string | undefined
  primary?: boolean
}

export interface DoorwayProps extends Face {
  href: string
}

export const Doorway = ({ href, ...face }: DoorwayProps) => (
  <Link href={href} className={classes(face)}>
    <Inside {...face} />
  </Link>
)

export interface DoorwayButtonProps extends Face {
  onPress: () => void
  disabled?: boolean
}

export const DoorwayButton = ({ onPress, disabled = false, ...face }: DoorwayButtonProps) => (
  <button type="button" className={classes(face)} disabled={disabled} onClick={onPress}>
    <Inside {...face} />
  </button>
)

const classes = ({ primary = false }: Face): string => `k-doorway${primary ? ' k-doorway-primary' : ''}`

const Inside = ({ icon, strong, soft, primary = false }: Face) => (
  <>
    <Icon of={icon} bare={primary} />
    <span>
      <strong>{strong}</strong>
      {soft !== undefined && <small>{soft}</small>}
    </span>
  </>
)
