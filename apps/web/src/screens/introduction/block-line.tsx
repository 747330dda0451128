/** *Block or report* of somebody one was introduced to, at the foot of the screen. */
import { useState } from 'react'
import { useLocation } from 'wouter'
import { introduction as words } from '../../i18n/en/introduction.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/place-card.tsx'
import { Block } from '../room/block.tsx'

export const BlockLine = ({ id }: { id: string }) => {
  const say = useMessages(words)
  const [open, setOpen] = useState(false)
  const [, go] = useLocation()
  if (!open) {
    return (
      <Button kind="text" onPress={() => setOpen(true)}>
        {say.block}
      </Button>
    )
  }
  return (
    <Card padding="list">
      <Block who={{ introduction: id }} onBlocked={() => go('/talk')} onCancel={() => setOpen(false)} />
    </Card>
  )
}
