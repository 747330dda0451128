/** A Lucide outline on a honey disc, as if printed slightly off. `import Hand from 'lucide-react/icons/hand'`. */
import type { LucideIcon } from 'lucide-react'
import './icon.css'

export interface IconProps {
  of: LucideIcon
  /** 28 beside text, 26 in buttons, 32 beside paragraphs, 22–24 for arrows and ticks. */
  size?: number
  /** No disc: on coloured buttons, for arrows and ticks. */
  bare?: boolean
}

export const Icon = ({ of: Outline, size = 28, bare = false }: IconProps) => (
  <svg className="k-icon" viewBox="0 0 28 28" width={size} height={size} aria-hidden="true">
    {!bare && <circle className="k-patch" cx="17" cy="17" r="9" />}
    <Outline x={2} y={2} size={24} strokeWidth={1.9} />
  </svg>
)
