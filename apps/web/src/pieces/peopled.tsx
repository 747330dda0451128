/** People: cards in a room, named cards, stories, conversations. */
import type { ComponentProps } from 'react'
import { Button } from '../ui/button.tsx'
import { Face } from '../ui/face.tsx'
import { IceBreaker } from '../ui/ice-breaker.tsx'
import { Message, MessageList } from '../ui/message.tsx'
import { NamedCard } from '../ui/named-card.tsx'
import { BackBar, PageHead, TalkBar, TopBar } from '../ui/page.tsx'
import { PersonCard, type PersonCardProps } from '../ui/person-card.tsx'
import { ConversationRow, Rows } from '../ui/person-row.tsx'
import { PlaceCard } from '../ui/place-card.tsx'
import { Friends, StoryFriend } from '../ui/story.tsx'
import { Section } from './section.tsx'

const nothing = () => undefined
const acts = { onWave: nothing, onTakeBack: nothing, onNotNow: nothing, onKnowThem: nothing, onBlock: nothing }
const row = { form: 'row', kind: 'shared', wave: 'none', ...acts } as const

const CARDS: readonly PersonCardProps[] = [
  { ...row, form: 'large', step: 25, mostly: 'school', topics: ['sings in St Mary’s'] },
  { ...row, step: 10, mostly: 'work', wave: 'you' },
  { ...row, step: 5, mostly: 'neighbourhood', wave: 'they' },
  { ...row, step: 1, name: 'Priya' },
  { ...row, step: 0, topics: ['new in town'] },
  { ...row, step: 0, topics: ['small children'], wave: 'they' },
  { ...row, step: 3, wave: 'both', introduction: 'x' },
  { ...row, step: 0, kind: 'online', foot: <Foot /> },
]

function Foot() {
  return (
    <>
      <span>Show your name to people you know online?</span>
      <Button kind="text">Choose</Button>
    </>
  )
}

const named: Omit<ComponentProps<typeof NamedCard>, 'name' | 'children'> = { wave: 'none', ...acts }

export const Peopled = () => (
  <>
    <Section head="In a room">
      <div className="show-stack">
        <TopBar current="talk" />
        <PageHead
          kicker="Book evening, Leeds library"
          head="Seven people here to say hello to"
          note={
            <>
              Opened by Farid. Letters: <b>KRF WHM</b>
            </>
          }
        />
        <ol className="k-people">
          {CARDS.map((card) => (
            <PersonCard key={`${card.step}${card.wave}${card.topics}${card.kind}`} {...card} />
          ))}
          <NamedCard {...named} name="Dora Lindqvist">
            You know her online. She is here tonight.
          </NamedCard>
          <NamedCard {...named} wave="they" kicker="Here to be met" name="Imogen Reyes">
            Reads from her novel <i>The Winter Ferry</i>. Knows 3+ of your friends.
          </NamedCard>
        </ol>
      </div>
    </Section>
    <Section head="Whom you both know">
      <div className="show-stack">
        <BackBar href="/pieces" words="Room" end={<Button kind="text">Not now</Button>} />
        <PlaceCard>
          <h1 className="k-lettered">Ben Okafor</h1>
          <p className="k-soft">You both know 27 people.</p>
        </PlaceCard>
        <Friends>
          <StoryFriend
            name="Margit Sørensen"
            mine="shared a flat in Leeds, 1999"
            their="Ben"
            theirs="sings in her choir"
          />
          <StoryFriend name="Tom Whitlock" onTell={nothing} their="Ben" theirs="taught him to swim" />
        </Friends>
      </div>
    </Section>
    <Section head="Talk">
      <div className="show-stack">
        <TalkBar href="/pieces" name="Ben Okafor" face={<Face name="Ben" size={48} />} />
        <IceBreaker
          name="Margit Sørensen"
          mine="shared a flat in Leeds, 1999"
          their="Ben"
          theirs="sings in her choir"
          others={<Button kind="text">And 26 others</Button>}
        />
        <MessageList label="Messages" count={0}>
          <Message who="Ben" mine={false} text="You lived with Margit? She still cannot cook." time="19:32" />
          <Message who="You" mine text="She burnt soup. Twice. Are you the one by the tea?" time="19:33" read />
          <Message who="Ben" mine={false} text="Green jumper. I have a cup for you." madeUp />
          <Message who="You" mine text="On my way" unsent />
        </MessageList>
        <Rows>
          <ConversationRow
            href="/pieces"
            name="Ben Okafor"
            last="Green jumper. I have a cup for you."
            when="19:34"
            fresh="2 new"
          />
          <ConversationRow href="/pieces" name="Mireille" last="A guest. Kept until tonight." when="Monday" />
          <ConversationRow href="/pieces" name="Gone" last="They deleted their account." when="3 May" gone />
        </Rows>
      </div>
    </Section>
  </>
)
