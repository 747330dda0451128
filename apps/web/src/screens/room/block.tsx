/** Block, or block and tell the host: in the place of the card, or below an introduction or a conversation. */
import type { Input } from '@kith/protocol'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../client/call.ts'
import { room } from '../../i18n/en/room.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { TextBox } from '../../ui/field.tsx'
import { useActing } from './act.ts'
import { Trouble } from './trouble.tsx'
import './block.css'

export interface BlockProps {
  who: Input<'people.block'>
  onBlocked: () => void
  onCancel: () => void
}

export const Block = ({ who, onBlocked, onCancel }: BlockProps) => {
  const say = useMessages(room)
  const { act, pending, trouble, forgive } = useActing()
  const [text, setText] = useState('')
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  const block = async (report: boolean): Promise<void> => {
    const told =
      !report || (await act('report', () => call('people.report', { ...who, text: text.trim() }))) !== undefined
    if (told && (await act('block', () => call('people.block', who))) !== undefined) onBlocked()
  }
  const busy = pending.size > 0
  return (
    <div className="block">
      <h2 ref={head} tabIndex={-1}>
        {say.blockHead}
      </h2>
      <p>{say.blockWhat}</p>
      <Button block pending={busy} onPress={() => void block(false)}>
        {say.block}
      </Button>
      <p>{say.reportWhat}</p>
      <TextBox label={say.reportText} rows={2} maxLength={1000} value={text} onChange={setText} />
      <Button block pending={busy} onPress={() => void block(true)}>
        {say.report}
      </Button>
      <Trouble error={trouble} onClose={forgive} />
      <Button kind="text" onPress={onCancel}>
        {say.cancel}
      </Button>
    </div>
  )
}
