/** A friend whom both know, with both stories: the name lettered, a madder dot for *You*, a teal dot for the other. */
import type { ReactNode } from 'react'
import { pieces } from '../i18n/en/pieces.ts'
import { useMessages } from '../i18n/messages.ts'
import { Button } from './button.tsx'
import './story.css'

export interface StoryProps {
  of: 'mine' | 'theirs'
  /** "You", "Ben". */
  who: string
  children: ReactNode
}

export const Story = ({ of, who, children }: StoryProps) => (
  <p className={`k-story k-story-${of}`}>
    <b>{who}</b> {children}
  </p>
)

export interface StoryFriendProps {
  /** The label on this device; how Kith calls somebody whose name this device does not have. */
  name: string
  /** How I know them; without, the card asks. */
  mine?: string | undefined
  onTell?: (() => void) | undefined
  /** The other's first name, and how they know them: their story, or their tie in words. */
  their: string
  theirs?: string | undefined
  /** One level below the head that it stands under. */
  head?: 'h2' | 'h3'
}

/** One `<li>` of the list of mutual friends. */
export const StoryFriend = ({ name, mine, onTell, their, theirs, head: Head = 'h3' }: StoryFriendProps) => {
  const say = useMessages(pieces)
  return (
    <li className="k-friend">
      <Head className="k-lettered">{name}</Head>
      {(mine !== undefined || onTell !== undefined) && (
        <Story of="mine" who={say.youInStory}>
          {mine ?? (
            <Button kind="text" onPress={() => onTell?.()}>
              {say.howDoYouKnow(name.split(' ')[0] ?? name)}
            </Button>
          )}
        </Story>
      )}
      {theirs !== undefined && (
        <Story of="theirs" who={their}>
          {theirs}
        </Story>
      )}
    </li>
  )
}

/** The list of them, with lines between. */
export const Friends = ({ children }: { children: ReactNode }) => <ol className="k-friends">{children}</ol>
