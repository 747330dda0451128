/** Type one's name; the page asks that one server, and keeps those who follow each other (CON8). */
import AtSign from 'lucide-react/icons/at-sign'
import Lock from 'lucide-react/icons/lock'
import { useState } from 'react'
import { follows } from '../../i18n/en/follows.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Dock } from '../../ui/dock.tsx'
import { Field } from '../../ui/field.tsx'
import { Hint } from '../../ui/hint.tsx'
import { PageHead } from '../../ui/page.tsx'
import { type Account, accountName, readAccount } from './account.ts'
import { useAsking } from './asking.ts'
import { Found } from './found.tsx'
import { Frame } from './frame.tsx'

export interface FollowsPageProps {
  /** The page that asked for it, and takes what is found. */
  back: string
}

export const FollowsPage = ({ back }: FollowsPageProps) => {
  const asking = useAsking()
  const { stage } = asking
  if (stage.at === 'found') return <Found mutual={stage.mutual} back={back} onAgain={asking.again} />
  return <Asking asking={asking} back={back} />
}

const Asking = ({ asking, back }: { asking: ReturnType<typeof useAsking>; back: string }) => {
  const say = useMessages(follows)
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const account = readAccount(typed)
  const { stage } = asking
  const isAsking = stage.at === 'asking'
  const go = () => {
    setWrong(account === undefined)
    if (account !== undefined) void asking.ask(account)
  }
  return (
    <Frame back={back} dock={<AskDock account={account} isAsking={isAsking} onAsk={go} onStop={asking.stop} />}>
      <PageHead head={say.head} lead={say.lead} />
      <Field
        label={say.label}
        help={say.help}
        value={typed}
        onChange={setTyped}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        inputMode="email"
        enterKeyHint="go"
        error={isWrong && account === undefined ? say.unread : undefined}
      />
      <Hint icon={AtSign}>{account === undefined ? say.asksYours : say.asks(account.server)}</Hint>
      <Hint icon={Lock}>{say.apart}</Hint>
      <p className="follows-state" role="status">
        {isAsking && `${say.asking(stage.account.server)} ${stage.found > 0 ? say.soFar(stage.found) : ''}`}
      </p>
      <p className="follows-state" role="alert">
        {stage.at === 'failed' && say.problems[stage.problem](accountName(stage.account), stage.account.server)}
      </p>
    </Frame>
  )
}

interface AskDockProps {
  account: Account | undefined
  isAsking: boolean
  onAsk: () => void
  onStop: () => void
}

const AskDock = ({ account, isAsking, onAsk, onStop }: AskDockProps) => {
  const say = useMessages(follows)
  return (
    <Dock form="stack">
      {isAsking ? (
        <Button block onPress={onStop}>
          {say.stop}
        </Button>
      ) : (
        <Button kind="primary" block onPress={onAsk}>
          {account === undefined ? say.goPlain : say.go(account.server)}
        </Button>
      )}
    </Dock>
  )
}
