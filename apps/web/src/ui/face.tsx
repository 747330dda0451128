/** A person's picture in a disc, or the first letter of the name on a tint that is always the same for that name. */
import UserRoundX from 'lucide-react/icons/user-round-x'
import { Icon } from './icon.tsx'
import './face.css'

export interface FaceProps {
  name: string
  picture?: string | undefined
  /** 36 in lists of people, 48 in conversations, 80 on place cards. */
  size?: 36 | 48 | 80
  /** Their account is gone. */
  gone?: boolean
}

const TINTS = ['honey', 'theirs', 'mine'] as const

export const Face = ({ name, picture, size = 36, gone = false }: FaceProps) => {
  const classes = `k-face k-face-${size} k-face-${gone ? 'gone' : TINTS[tint(name)]}`
  if (picture !== undefined) return <img className={classes} src={picture} alt="" width={size} height={size} />
  return (
    <span className={classes} aria-hidden="true">
      {gone ? <Icon of={UserRoundX} bare /> : [...name.trim()][0]?.toLocaleUpperCase()}
    </span>
  )
}

const tint = (name: string): number => [...name].reduce((sum, c) => sum + (c.codePointAt(0) ?? 0), 0) % TINTS.length

/** The same inside the circles (`mineFace`, `theirsFace`): drawn around 0,0 in a circle of 100. */
export const CircleFace = ({ name, picture }: Pick<FaceProps, 'name' | 'picture'>) =>
  picture === undefined ? (
    <g className={`k-circle-face k-face-${TINTS[tint(name)]}`}>
      <circle r={35} />
      <text y={14}>{[...name.trim()][0]?.toLocaleUpperCase()}</text>
    </g>
  ) : (
    <g className="k-circle-face">
      <image href={picture} x={-35} y={-35} width={70} height={70} preserveAspectRatio="xMidYMid slice" />
      <circle className="k-circle-face-ring" r={34} />
    </g>
  )
