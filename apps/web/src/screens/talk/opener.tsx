/** The ice-breaker (CONV1): the friend hardest to guess, with both stories, or the question for one's own. */
import type { IntroductionView } from '@kith/protocol'
import { useState } from 'react'
import { Link } from 'wouter'
import { introduction as theirWords } from '../../i18n/en/introduction.ts'
import { talk as words } from '../../i18n/en/talk.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useLabels } from '../../state/labels.ts'
import { IceBreaker } from '../../ui/ice-breaker.tsx'
import { Card } from '../../ui/place-card.tsx'
import { describeFriend } from '../introduction/describe-friend.ts'
import { useNameOf } from '../introduction/person.ts'
import { TellStory } from '../introduction/tell-story.tsx'

export const Opener = ({ one }: { one: IntroductionView }) => {
  const say = useMessages(words)
  const its = useMessages(theirWords)
  const labels = useLabels()
  const name = useNameOf(one)
  const [telling, setTelling] = useState(false)
  const [rarest] = one.listed
  if (rarest === undefined || labels === undefined || labels.size === 0) return null
  const friend = describeFriend(rarest, labels, its.ties, its.unnamedFriend)
  if (telling && friend.entry !== undefined) {
    return (
      <Card label={say.startWith}>
        <TellStory one={one} entry={friend.entry} friend={friend.name} onDone={() => setTelling(false)} />
      </Card>
    )
  }
  const others = one.mutual - 1
  return (
    <IceBreaker
      name={friend.name}
      mine={friend.mine}
      onTell={friend.entry === undefined ? undefined : () => setTelling(true)}
      their={name}
      theirs={friend.theirs}
      others={
        others > 0 && (
          <Link className="k-button k-button-text" href={`/i/${one.id}`}>
            {say.andOthers(others)}
          </Link>
        )
      }
    />
  )
}
