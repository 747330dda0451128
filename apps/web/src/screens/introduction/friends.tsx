/** Who both know, rarest first, five at a time (REV5), each named by this device's own address book (REV4). */
import type { IntroductionView } from '@kith/protocol'
import { useState } from 'react'
import { introduction as words } from '../../i18n/en/introduction.ts'
import { useMessages } from '../../i18n/messages.ts'
import { type Labels, useLabels } from '../../state/labels.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Friends, StoryFriend } from '../../ui/story.tsx'
import { describeFriend } from './describe-friend.ts'
import { FiveMore } from './five-more.tsx'
import { useNameOf } from './person.ts'
import { TellStory } from './tell-story.tsx'

export const WhoBothKnow = ({ one }: { one: IntroductionView }) => {
  const say = useMessages(words)
  const labels = useLabels()
  if (one.mutual === 0) return null
  return (
    <section className="shared">
      <h2>{say.bothKnowHead}</h2>
      {labels === undefined ? (
        <p className="k-soft">{say.loadingNames}</p>
      ) : labels.size === 0 ? (
        <NoNames code={one.room} />
      ) : (
        <Listed one={one} labels={labels} />
      )}
    </section>
  )
}

/** 33e: the number is all that this device can say. */
const NoNames = ({ code }: { code: string | undefined }) => {
  const say = useMessages(words)
  return (
    <>
      <p className="k-soft">{say.noNames}</p>
      <ButtonLink href={code === undefined ? '/bring' : `/r/${code}/bring`}>{say.bringNames}</ButtonLink>
    </>
  )
}

const Listed = ({ one, labels }: { one: IntroductionView; labels: Labels }) => {
  const say = useMessages(words)
  const name = useNameOf(one)
  const [telling, setTelling] = useState<string>()
  return (
    <>
      <p className="k-soft">
        {say.hardestFirst} {one.listed.length < one.mutual && say.someOf(one.listed.length, one.mutual)}
      </p>
      <Friends>
        {one.listed.map((friend, i) => {
          const shown = describeFriend(friend, labels, say.ties, say.unnamedFriend)
          const key = friend.entries[0] ?? `${i}`
          if (telling === key && shown.entry !== undefined) {
            return (
              <li key={key}>
                <TellStory one={one} entry={shown.entry} friend={shown.name} onDone={() => setTelling(undefined)} />
              </li>
            )
          }
          const ask = shown.entry === undefined || one.gone ? undefined : () => setTelling(key)
          return (
            <StoryFriend
              key={key}
              name={shown.name}
              mine={shown.mine}
              onTell={ask}
              their={name}
              theirs={shown.theirs}
            />
          )
        })}
      </Friends>
      {one.notNamed > 0 && <p className="k-note">{say.notNamed(one.notNamed)}</p>}
      <FiveMore one={one} />
    </>
  )
}
