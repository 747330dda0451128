/** Asked once, on the first wave: the name that those see who wave back. */
import { useState } from 'react'
import { room } from '../../i18n/en/room.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { Field } from '../../ui/field.tsx'

export interface FirstNameProps {
  onName: (name: string) => void
  onCancel: () => void
}

export const FirstName = ({ onName, onCancel }: FirstNameProps) => {
  const say = useMessages(room)
  const [name, setName] = useState('')
  const [missing, setMissing] = useState(false)
  const done = (): void => {
    if (name.trim() === '') setMissing(true)
    else onName(name.trim())
  }
  return (
    <Confirm open head={say.nameHead} yes={say.nameThenWave} no={say.cancel} onYes={done} onNo={onCancel}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          done()
        }}
      >
        <Field
          label={say.name}
          help={say.nameWho}
          value={name}
          onChange={setName}
          error={missing && name.trim() === '' ? say.nameMissing : undefined}
          autoComplete="given-name"
          enterKeyHint="send"
          maxLength={40}
          required
        />
      </form>
    </Confirm>
  )
}
