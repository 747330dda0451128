/** Who listens in this process. */

type Listener = (message: string) => void

export interface Channels {
  publish(channel: string, message: string): Promise<void>
  subscribe(channel: string, listener: Listener): () => Promise<void>
  clear(): void
}

/** `failed` is told what a listener threw; the other listeners hear the message all the same. */
export function channels(failed: (error: unknown) => void): Channels {
  const listening = new Map<string, Set<{ readonly listener: Listener }>>()
  const tell = (listener: Listener, message: string) => {
    try {
      listener(message)
    } catch (error) {
      failed(error)
    }
  }
  return {
    async publish(channel, message) {
      // Never inside the publisher's call: over Redis it is not either.
      await Promise.resolve()
      for (const { listener } of [...(listening.get(channel) ?? [])]) tell(listener, message)
    },
    subscribe(channel, listener) {
      // One who listens twice hears twice.
      const entry = { listener }
      const entries = listening.get(channel) ?? new Set()
      listening.set(channel, entries.add(entry))
      return async () => {
        if (entries.delete(entry) && entries.size === 0 && listening.get(channel) === entries) listening.delete(channel)
      }
    },
    clear: () => listening.clear(),
  }
}
