/** Ways that name single people: the follows of a social account, and the device's own contact picker. */
import { useState } from 'react'
import { contactPicker } from '../../device/abilities.ts'
import { bring } from '../../i18n/en/bring.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import type { ImportState } from './importing.ts'

/** Another document, with a policy of its own that lets it ask a foreign server (DATA3): it is loaded as a whole. */
export const Social = ({ code }: { code: string | undefined }) => {
  const say = useMessages(bring)
  const back = code === undefined ? '' : `?room=${code}`
  return (
    <div className="bring-in">
      <p>{say.socialWhat}</p>
      <ButtonLink kind="primary" block reload href={`/follows${back}`}>
        {say.socialGo}
      </ButtonLink>
    </div>
  )
}

export const PickPeople = ({ take }: Pick<ImportState, 'take'>) => {
  const say = useMessages(bring)
  const [failed, setFailed] = useState(false)
  const pick = async (): Promise<void> => {
    setFailed(false)
    try {
      const picked = (await contactPicker()?.select(['name', 'email', 'tel'], { multiple: true })) ?? []
      const people = picked.map(({ name, email, tel }) => ({
        name: name?.[0] ?? '',
        emails: email ?? [],
        phones: tel ?? [],
      }))
      if (people.length > 0) await take({ source: say.picked, how: 'picked', people })
    } catch {
      setFailed(true)
    }
  }
  return (
    <div className="bring-in">
      <p>{say.pickWhat}</p>
      <Button kind="primary" block onPress={() => void pick()}>
        {say.pickGo}
      </Button>
      <p role="alert">{failed && say.pickFailed}</p>
    </div>
  )
}
