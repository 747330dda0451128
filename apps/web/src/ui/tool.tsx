/** Tiles beside each other: Send the link, Poster, Big screen. */
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Icon } from './icon.tsx'
import './tool.css'

export interface ToolProps {
  icon: LucideIcon
  words: string
  /** A place to go to, or something to do. */
  href?: string
  onPress?: () => void
  chosen?: boolean
}

export const Tool = ({ icon, words, href, onPress, chosen }: ToolProps) => {
  const inside = (
    <>
      <Icon of={icon} />
      {words}
    </>
  )
  return (
    <li>
      {href === undefined ? (
        <button type="button" className="k-tool" aria-pressed={chosen} onClick={onPress}>
          {inside}
        </button>
      ) : (
        <Link href={href} className="k-tool">
          {inside}
        </Link>
      )}
    </li>
  )
}

export const Tools = ({ children }: { children: ReactNode }) => <ul className="k-tools">{children}</ul>
