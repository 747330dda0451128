/** *I’m coming to you*, or *Come to me*, which asks where. */
import type { Coming, IntroductionView, SignView } from '@kith/protocol'
import { call } from '../../client/call.ts'
import { sign as words } from '../../i18n/en/sign.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { SignChoice, SignChoices } from '../../ui/sign.tsx'
import { useNameOf } from '../introduction/person.ts'
import { useActing } from '../room/act.ts'
import { Trouble } from '../room/trouble.tsx'
import { useComing } from './coming.ts'

export const Choices = ({ one, sign, spots }: { one: IntroductionView; sign: SignView; spots: readonly string[] }) => {
  const say = useMessages(words)
  const name = useNameOf(one)
  const said = useComing(spots)
  const { act, trouble, forgive } = useActing()
  const tell = (coming: Coming | null): void =>
    void act('coming', () => call('introductions.coming', { id: one.id, coming }))
  const { you } = sign
  return (
    <>
      {you?.say === 'come-to-me' ? (
        <Where you={you} spots={spots} onChoose={tell} />
      ) : (
        <SignChoices>
          <SignChoice chosen={you?.say === 'coming'} onPress={() => tell(you === undefined ? { say: 'coming' } : null)}>
            {say.coming}
          </SignChoice>
          <SignChoice onPress={() => tell({ say: 'come-to-me' })}>{say.comeToMe}</SignChoice>
        </SignChoices>
      )}
      {you !== undefined && <p className="sign-says">{say.theySee(name, said.mine(you))}</p>}
      {you !== undefined && (
        <Button kind="text" onPress={() => tell(null)}>
          {say.takeBack}
        </Button>
      )}
      <Trouble error={trouble} onClose={forgive} />
    </>
  )
}

interface WhereProps {
  you: Extract<Coming, { say: 'come-to-me' }>
  spots: readonly string[]
  onChoose: (coming: Coming) => void
}

const Where = ({ you, spots, onChoose }: WhereProps) => {
  const say = useMessages(words)
  return (
    <>
      <p>{say.comeWhere}</p>
      <SignChoices>
        <SignChoice chosen={you.poster === true} onPress={() => onChoose({ say: 'come-to-me', poster: true })}>
          {say.byPoster}
        </SignChoice>
        {spots.map((spot, index) => (
          <SignChoice
            key={spot}
            chosen={you.poster !== true && you.spot === index}
            onPress={() => onChoose({ say: 'come-to-me', spot: index })}
          >
            {spot}
          </SignChoice>
        ))}
      </SignChoices>
    </>
  )
}
