/** The introduction that an address names, once it is known; or that it is gone. For every screen under /i/. */
import type { IntroductionView } from '@kith/protocol'
import { type ComponentType, useEffect, useState } from 'react'
import { useParams } from 'wouter'
import { call } from '../../client/call.ts'
import { errorWords } from '../../client/error-words.ts'
import type { CallError } from '../../client/result.ts'
import { introduction as words } from '../../i18n/en/introduction.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useIntroduction, useMy } from '../../state/hooks.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Page, PageHead, TopBar } from '../../ui/page.tsx'
import { Waiting } from '../../ui/waiting.tsx'

export const withIntroduction = (Screen: ComponentType<{ one: IntroductionView }>): ComponentType => {
  const With = () => {
    const { id = '' } = useParams<{ id: string }>()
    const one = useIntroduction(id)
    return one === undefined ? <Looking id={id} /> : <Screen one={one} />
  }
  return With
}

/** It may be newer than what the socket has told so far. */
const Looking = ({ id }: { id: string }) => {
  const known = useMy() !== undefined
  const [error, setError] = useState<CallError>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again once there is a session
  useEffect(() => {
    let wanted = true
    void call('introductions.get', { id }).then((got) => {
      if (wanted && !got.ok) setError(got.error)
    })
    return () => {
      wanted = false
    }
  }, [id, known])
  if (error === undefined) return <Waiting />
  return error.error === 'offline' ? <Waiting words={errorWords(error)} /> : <Missing />
}

const Missing = () => {
  const say = useMessages(words)
  return (
    <Page top={<TopBar />}>
      <PageHead head={say.missing} lead={say.missingWhat} />
      <ButtonLink href="/talk">{say.toTalks}</ButtonLink>
    </Page>
  )
}
