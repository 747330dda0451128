/** One person of the list: how one knows them, and, opened, what else one may say of them. */
import ChevronDown from 'lucide-react/icons/chevron-down'
import ChevronUp from 'lucide-react/icons/chevron-up'
import Lock from 'lucide-react/icons/lock'
import { useId, useState } from 'react'
import type { Row } from '../../device/people/messages.ts'
import { bring } from '../../i18n/en/bring.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Face } from '../../ui/face.tsx'
import { Field, Pick } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SmallSwitch } from '../../ui/switch.tsx'
import { reachOf } from './reach.ts'
import type { ShownRows } from './rows.ts'
import { TIES } from './ties.ts'

export interface PersonProps {
  row: Row
  change: ShownRows['change']
}

export const Person = ({ row, change }: PersonProps) => {
  const say = useMessages(bring)
  const [isOpen, setOpen] = useState(false)
  const inside = useId()
  const { key, label } = row
  return (
    <li>
      <div className="k-row">
        {row.private ? <Icon of={Lock} size={36} /> : <Face name={label} />}
        <p>
          <b>{label}</b>
          <span>{row.private ? say.privateState : <Soft row={row} />}</span>
        </p>
        {!row.private && (
          <Pick
            label={say.tieLabel(label)}
            value={row.tie}
            options={TIES.map((value) => ({ value, words: say.ties[value] }))}
            onChange={(tie) => change(key, { tie }, { what: 'tie', whom: { key }, tie })}
          />
        )}
        <button
          type="button"
          className="bring-open"
          aria-expanded={isOpen}
          aria-controls={inside}
          aria-label={isOpen ? say.fold(label) : say.edit(label)}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon of={isOpen ? ChevronUp : ChevronDown} size={24} bare />
        </button>
      </div>
      <div id={inside} hidden={!isOpen}>
        {isOpen && <More row={row} change={change} />}
      </div>
    </li>
  )
}

const Soft = ({ row }: { row: Row }) => {
  const say = useMessages(bring)
  const { emails, phones, profiles } = reachOf(row.identifiers)
  const parts = [say.reach(emails, phones, profiles), row.acquaintance === 'online-only' ? say.onlineOnly : '']
  return parts.filter(Boolean).join(', ')
}

const More = ({ row, change }: PersonProps) => {
  const say = useMessages(bring)
  const { key, label } = row
  const isOnline = row.acquaintance === 'online-only'
  const meet = (acquaintance: Row['acquaintance']) =>
    change(key, { acquaintance }, { what: 'acquaintance', whom: { key }, acquaintance })
  return (
    <div className="bring-person">
      <p className="bring-shown">
        {row.identifiers.map((one) => one.replace(/^[a-z]+:(in\/)?/, '')).join(', ')} · {say.from(row.sources)}
      </p>
      <SmallSwitch
        on={row.private}
        onChange={(on) => change(key, { private: on }, { what: 'private', whom: { key }, on })}
        strong={say.private}
        soft={say.privateHelp}
      />
      {!row.private && (
        <SmallSwitch
          on={isOnline}
          onChange={(on) => meet(on ? 'online-only' : 'met')}
          strong={say.metOnline}
          soft={say.metOnlineHelp}
        />
      )}
      {!row.private && <Story row={row} change={change} />}
      <Button
        kind="text"
        label={`${say.thisIsMe}: ${label}`}
        onPress={() => change(key, {}, { what: 'me', id: key, on: true })}
      >
        {say.thisIsMe}
      </Button>
    </div>
  )
}

const Story = ({ row, change }: PersonProps) => {
  const say = useMessages(bring)
  const [text, setText] = useState(row.story ?? '')
  const isKept = text.trim() === (row.story ?? '')
  const keep = () => change(row.key, { story: text.trim() }, { what: 'story', key: row.key, story: text })
  return (
    <Field
      label={say.storyLabel}
      help={say.storyHelp(row.label)}
      value={text}
      onChange={setText}
      maxLength={140}
      action={{ words: isKept && text !== '' ? say.storyKept : say.storyKeep, onPress: keep, disabled: isKept }}
    />
  )
}
