/** Messages as one side sees them. */
import type { MessageView } from '@kith/protocol'
import type { PersonKey, StoredMessage } from '../store/store.ts'

export const messageView = (message: StoredMessage, viewer: PersonKey): MessageView => {
  const { conversation, seq, clientId, text, sentAt, sender } = message
  return { conversation, seq, clientId, mine: sender === viewer, text, sentAt }
}
