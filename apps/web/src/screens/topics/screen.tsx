/** What brings you here? At most five topics, once in a room, and never required (TOP1). */
import type { RoomView } from '@kith/protocol'
import { useParams } from 'wouter'
import { topics } from '../../i18n/en/topics.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useMy, useRoom } from '../../state/hooks.ts'
import { ownWords } from '../../state/own-words.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { BackBar, Page, PageHead } from '../../ui/page.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { TopicChoice } from './choice.tsx'
import './topics.css'

const Topics = () => {
  const say = useMessages(topics)
  const { code = '' } = useParams<{ code: string }>()
  const my = useMy()
  const room = useRoom(code)
  if (room !== undefined) return room.tapped === null ? <TopicChoice room={room} /> : <Tapped room={room} />
  if (my === undefined) return <Waiting />
  return (
    <Page top={<BackBar href="/" />}>
      <PageHead head={say.notIn} />
      <ButtonLink kind="primary" href={`/join/${code}`}>
        {say.join}
      </ButtonLink>
    </Page>
  )
}

const Tapped = ({ room }: { room: RoomView }) => {
  const say = useMessages(topics)
  const { face, tapped } = room
  const chosen = [...(tapped?.host ?? []).map((index) => face.topics[index]), ...ownWords(face.code)]
  return (
    <Page top={<BackBar href={`/r/${face.code}`} words={say.room} />}>
      <PageHead head={say.doneHead} lead={chosen.length === 0 ? say.doneNone : say.done} />
      <ul className="topics-chosen">
        {chosen.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <ButtonLink kind="primary" href={`/r/${face.code}`}>
        {say.toRoom}
      </ButtonLink>
    </Page>
  )
}

export default Topics
