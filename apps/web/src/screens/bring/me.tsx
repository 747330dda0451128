/** "Which of these is you?" What one says here only takes away: it is stated, and nobody counts as their own friend. */
import { useState } from 'react'
import type { Preview } from '../../device/people/messages.ts'
import { bring } from '../../i18n/en/bring.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Field } from '../../ui/field.tsx'
import { Rows, TickRow } from '../../ui/person-row.tsx'
import type { ImportState } from './importing.ts'
import { isEmail, isPhone, isProfile, reachOf } from './reach.ts'

export interface MeProps {
  preview: Preview
  choose: ImportState['choose']
}

export const Me = ({ preview, choose }: MeProps) => {
  const say = useMessages(bring)
  const { candidates } = preview
  const soft = (statements: readonly string[]) => {
    const { emails, phones, profiles } = reachOf(statements)
    return say.reach(emails, phones, profiles)
  }
  return (
    <section className="bring-me">
      {candidates.length > 0 && (
        <>
          <div>
            <h2>{say.which}</h2>
            <p className="k-soft">{say.whichHow}</p>
          </div>
          <Rows label={say.which}>
            {candidates.map(({ id, label, statements, isMe }) => (
              <TickRow
                key={id}
                name={label}
                soft={soft(statements)}
                ticked={isMe}
                onChange={(on) => choose({ what: 'me', id, on })}
              />
            ))}
          </Rows>
        </>
      )}
      <Own preview={preview} choose={choose} />
    </section>
  )
}

const Own = ({ preview, choose }: MeProps) => {
  const say = useMessages(bring)
  const { own, candidates } = preview
  const [phone, setPhone] = useState(own.find(isPhone) ?? '')
  const [email, setEmail] = useState(own.find(isEmail) ?? '')
  const [isLeft, setLeft] = useState(false)
  const leave = () => {
    setLeft(true)
    choose({ what: 'own', written: [...own.filter(isProfile), phone, email] })
  }
  return (
    // What the device fills in comes all at once and without typing: it counts when one leaves the fields.
    <fieldset className="bring-own" onBlur={leave}>
      <legend>{candidates.length > 0 ? say.ownLabel : say.ownLabelAlone}</legend>
      <p className="k-note">{say.ownHelp}</p>
      <div className="bring-own-fields">
        <Field
          label={say.ownNumber}
          type="tel"
          autoComplete="tel"
          value={phone}
          onChange={setPhone}
          error={isLeft && !LIKE_A_NUMBER.test(phone) ? say.ownUnread : undefined}
        />
        <Field
          label={say.ownEmail}
          type="email"
          autoComplete="email"
          value={email}
          onChange={setEmail}
          error={isLeft && !LIKE_AN_EMAIL.test(email) ? say.ownUnread : undefined}
        />
      </div>
    </fieldset>
  )
}

/** Only what plainly is none is told here, an empty field is not; the worker reads them. */
const LIKE_A_NUMBER = /^\s*$|^\D*(\d\D*){5,}$/
const LIKE_AN_EMAIL = /^\s*$|^\s*\S+@\S+\.\S+\s*$/
