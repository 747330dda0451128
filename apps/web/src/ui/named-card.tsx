/** A place card of somebody who is named before any wave: who appears openly, or is known online and said yes to that. */
import Check from 'lucide-react/icons/check'
import Hand from 'lucide-react/icons/hand'
import type { ReactNode } from 'react'
import { useId, useState } from 'react'
import { pieces } from '../i18n/en/pieces.ts'
import { useMessages } from '../i18n/messages.ts'
import { Button, ButtonLink } from './button.tsx'
import { Face } from './face.tsx'
import { Icon } from './icon.tsx'
import { MoreMenu } from './more-menu.tsx'
import './named-card.css'

export interface NamedCardProps {
  name: string
  /** "Here to be met". */
  kicker?: string
  /** What they say of themselves, or how one knows them. */
  children: ReactNode
  picture?: string | undefined
  wave: 'none' | 'you' | 'they' | 'both'
  onWave: () => void
  onTakeBack: () => void
  introduction?: string | undefined
  onNotNow?: () => void
  onKnowThem?: () => void
  onBlock?: () => void
  pending?: boolean
}

export const NamedCard = (props: NamedCardProps) => {
  const { name, kicker, children, picture, onNotNow, onKnowThem, onBlock } = props
  const say = useMessages(pieces)
  const [open, setOpen] = useState(false)
  const menu = useId()
  return (
    <li className="k-place-card k-named">
      <Face name={name} picture={picture} size={80} />
      <div>
        {kicker !== undefined && <p className="k-note">{kicker}</p>}
        <h2 className="k-lettered">{name}</h2>
        <p>{children}</p>
        <Acts {...props}>
          <Button kind="text" expanded={open} controls={menu} onPress={() => setOpen(!open)}>
            {open ? say.less : say.more}
          </Button>
        </Acts>
      </div>
      <MoreMenu id={menu} open={open} onNotNow={onNotNow} onKnowThem={onKnowThem} onBlock={onBlock} />
    </li>
  )
}

const Acts = ({ wave, name, onWave, onTakeBack, introduction, pending = false, children }: NamedCardProps) => {
  const say = useMessages(pieces)
  const words = wave === 'they' ? say.waveBack : say.waveTo(name.split(' ')[0] ?? name)
  return (
    <>
      {wave !== 'none' && (
        <p className="k-state">
          <Icon of={wave === 'you' ? Check : Hand} size={26} />
          <span>{wave === 'you' ? say.youWaved : wave === 'they' ? say.theyWaved : say.youBothWaved}</span>
        </p>
      )}
      <div className="k-acts">
        {wave === 'both' && introduction !== undefined && (
          <ButtonLink href={`/i/${introduction}`}>{say.goOn}</ButtonLink>
        )}
        {wave === 'you' && (
          <Button kind="text" pending={pending} onPress={onTakeBack}>
            {say.takeItBack}
          </Button>
        )}
        {(wave === 'none' || wave === 'they') && (
          <Button icon={Hand} pending={pending} onPress={onWave}>
            {words}
          </Button>
        )}
        {wave !== 'both' && children}
      </div>
    </>
  )
}
