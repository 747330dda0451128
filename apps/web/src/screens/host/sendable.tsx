/** Words to give on: shown whole, to copy, and to share where the device can. */
import Copy from 'lucide-react/icons/copy'
import Share2 from 'lucide-react/icons/share-2'
import { useState } from 'react'
import { host as words } from '../../i18n/en/host.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { TextBox } from '../../ui/field.tsx'

export interface SendableProps {
  label: string
  help?: string
  /** What is copied and shown. */
  text: string
}

export const Sendable = ({ label, help, text }: SendableProps) => {
  const say = useMessages(words)
  const [done, setDone] = useState('')
  const copy = async (): Promise<void> => {
    // Without https a page may not reach the clipboard.
    const copied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    )
    setDone(copied ? say.copied : say.copyByHand)
  }
  return (
    <div className="desk-send">
      <TextBox
        label={label}
        {...(help !== undefined && { help })}
        value={text}
        onChange={() => {}}
        rows={rowsOf(text)}
      />
      <p>
        <Button icon={Copy} onPress={() => void copy()}>
          {say.copy}
        </Button>
        {'share' in navigator && (
          // Closing the sheet without choosing anybody is no failure.
          <Button icon={Share2} onPress={() => void navigator.share({ text }).catch(() => {})}>
            {say.share}
          </Button>
        )}
      </p>
      <p role="status" className="k-note">
        {done}
      </p>
    </div>
  )
}

const rowsOf = (text: string): number => Math.min(6, Math.ceil(text.length / 34))
