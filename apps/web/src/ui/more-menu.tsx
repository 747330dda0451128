/** What *More* opens, inside its card, so that it covers nobody: each choice with its effect. */

import type { LucideIcon } from 'lucide-react'
import Clock from 'lucide-react/icons/clock'
import Shield from 'lucide-react/icons/shield'
import UserRoundCheck from 'lucide-react/icons/user-round-check'
import { pieces } from '../i18n/en/pieces.ts'
import { useMessages } from '../i18n/messages.ts'
import { Icon } from './icon.tsx'
import './more-menu.css'

export interface MoreMenuProps {
  id: string
  open: boolean
  /** Where a choice makes no sense (an introduction has no *I know them*), it is left out. */
  onNotNow?: (() => void) | undefined
  onKnowThem?: (() => void) | undefined
  onBlock?: (() => void) | undefined
}

export const MoreMenu = ({ id, open, onNotNow, onKnowThem, onBlock }: MoreMenuProps) => {
  const say = useMessages(pieces)
  return (
    <ul className="k-more" id={id} hidden={!open} aria-label={say.more}>
      {onNotNow && <MenuItem icon={Clock} words={say.notNow} effect={say.notNowEffect} onPress={onNotNow} />}
      {onKnowThem && (
        <MenuItem icon={UserRoundCheck} words={say.iKnowThem} effect={say.iKnowThemEffect} onPress={onKnowThem} />
      )}
      {onBlock && <MenuItem icon={Shield} words={say.block} effect={say.blockEffect} onPress={onBlock} />}
    </ul>
  )
}

export interface MenuItemProps {
  icon: LucideIcon
  words: string
  effect?: string
  onPress: () => void
}

/** One line of a menu inside a card: also for menus of other screens, within a `<ul className="k-more">`. */
export const MenuItem = ({ icon, words, effect, onPress }: MenuItemProps) => (
  <li>
    <button type="button" onClick={onPress}>
      <Icon of={icon} />
      <span>
        <b>{words}</b>
        {effect !== undefined && <small>{effect}</small>}
      </span>
    </button>
  </li>
)
