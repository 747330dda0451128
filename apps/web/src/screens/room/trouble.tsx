/** What did not work, in words, where it is seen and heard. */
import { errorWords } from '../../client/error-words.ts'
import type { CallError } from '../../client/result.ts'
import { room } from '../../i18n/en/room.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import './trouble.css'

export const Trouble = ({ error, onClose }: { error: CallError | undefined; onClose: () => void }) => {
  const say = useMessages(room)
  return (
    <div role="alert">
      {error !== undefined && (
        <p className="trouble">
          <span>{errorWords(error)}</span>
          <Button kind="text" onPress={onClose}>
            {say.close}
          </Button>
        </p>
      )}
    </div>
  )
}
