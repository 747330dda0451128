/**
 * Buttons. `primary`: one a screen. `outline`: the others. `plain`: icon and word, in docks. `ink`: on signs. `text`: in
 * a sentence's place. A button always has words; an icon stands before them.
 */
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as Press } from 'react-aria-components/Button'
import { Link } from 'wouter'
import { Icon } from './icon.tsx'
import './button.css'

export type ButtonKind = 'primary' | 'outline' | 'plain' | 'ink' | 'text'

interface Face {
  kind?: ButtonKind
  icon?: LucideIcon | undefined
  /** As wide as its place. */
  block?: boolean
  children: ReactNode
}

export interface ButtonProps extends Face {
  onPress?: () => void
  disabled?: boolean
  /** Something was asked and is on its way: the button stays, and can be left. */
  pending?: boolean
  type?: 'button' | 'submit'
  /** It opens something below itself. */
  expanded?: boolean
  /** What it opens, by id. */
  controls?: string
  /** Says more than the words on it, and begins with them. */
  label?: string
}

export const Button = (props: ButtonProps) => {
  const { onPress, disabled = false, pending = false, type = 'button', expanded, controls, label } = props
  return (
    <Press
      className={faceClass(props)}
      // React Aria's own pending state interrupts whoever listens, to say the button's name over again.
      type={pending ? 'button' : type}
      isDisabled={disabled}
      {...(pending && { 'aria-disabled': true, 'data-pending': true })}
      {...(onPress && !pending && { onPress })}
      {...(expanded !== undefined && { 'aria-expanded': expanded })}
      {...(controls !== undefined && { 'aria-controls': controls })}
      {...(label !== undefined && { 'aria-label': label })}
    >
      <Inside {...props} />
    </Press>
  )
}

export interface ButtonLinkProps extends Face {
  href: string
  /** A page of its own (another security policy, a download): loaded as a whole. */
  reload?: boolean
  /** Offered under this file name. */
  download?: string
}

export const ButtonLink = (props: ButtonLinkProps) => {
  const { href, reload = false, download } = props
  const whole = { href, className: faceClass(props), children: <Inside {...props} /> }
  if (!reload && download === undefined) return <Link {...whole} />
  return <a {...whole} {...(download !== undefined && { download })} />
}

const faceClass = ({ kind = 'outline', block = false }: Face): string =>
  `k-button k-button-${kind}${block ? ' k-button-block' : ''}`

const Inside = ({ icon, kind, children }: Face) => (
  <>
    {icon && <Icon of={icon} size={26} bare={kind === 'primary' || kind === 'ink'} />}
    {children}
  </>
)
