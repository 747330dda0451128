/** What a made-up person does about what their device is told, and after how many seconds. */
import type { CardView, IntroductionView, LiveEvent, MessageView } from '@kith/protocol'

export type Reaction =
  | { readonly do: 'wave-back'; readonly card: string }
  | { readonly do: 'say-coming' | 'say-met' | 'show-more'; readonly introduction: string }
  | { readonly do: 'read'; readonly conversation: string; readonly seq: number }
  | { readonly do: 'reply'; readonly conversation: string; readonly nth: 0 | 1; readonly to: string }

/** How long people take for it. */
const SECONDS = {
  'wave-back': 6,
  'say-coming': 3,
  'say-met': 10,
  'show-more': 4,
  read: 2,
} as const
const REPLIES_AFTER = [4, 9] as const

export interface Reacting {
  readonly after: number
  readonly reaction: Reaction
}

/** Everything that one person was told and has reacted to. */
export class Attention {
  readonly #waves = new Map<string, CardView['wave']>()
  readonly #introductions = new Map<string, IntroductionView>()
  /** Conversations that were answered: twice each, and no more. */
  readonly #answered = new Set<string>()

  /** Whether the other's wave still waits for an answer. */
  isWavedAt(card: string): boolean {
    return this.#waves.get(card) === 'they'
  }

  introduction(id: string): IntroductionView | undefined {
    return this.#introductions.get(id)
  }

  notice(event: LiveEvent): Reacting[] {
    switch (event.kind) {
      case 'state':
        return [
          ...event.state.rooms.flatMap(({ cards }) => cards.flatMap((card) => this.#card(card))),
          ...event.state.introductions.flatMap((introduction) => this.#introduced(introduction)),
        ]
      case 'room':
        return event.room.cards.flatMap((card) => this.#card(card))
      case 'card':
        return this.#card(event.card)
      case 'card-gone':
        this.#waves.delete(event.card)
        return []
      case 'introduction':
        return this.#introduced(event.introduction)
      case 'message':
        return this.#message(event.message)
      default:
        return []
    }
  }

  #card({ id, wave }: CardView): Reacting[] {
    const before = this.#waves.get(id)
    this.#waves.set(id, wave)
    return wave === 'they' && before !== 'they' ? [soon({ do: 'wave-back', card: id })] : []
  }

  #introduced(introduction: IntroductionView): Reacting[] {
    const { id, asked, last, unread } = introduction
    const before = this.#introductions.get(id)
    this.#introductions.set(id, introduction)
    return [
      ...(before ? [] : [soon({ do: 'say-coming', introduction: id }), soon({ do: 'say-met', introduction: id })]),
      ...(asked === 'they' && before?.asked !== 'they' ? [soon({ do: 'show-more', introduction: id })] : []),
      ...(last && unread > 0 ? this.#message(last) : []),
    ]
  }

  #message({ conversation, seq, mine, text }: MessageView): Reacting[] {
    if (mine) return []
    const read = soon({ do: 'read', conversation, seq })
    if (this.#answered.has(conversation)) return [read]
    this.#answered.add(conversation)
    const reply = (nth: 0 | 1) => ({
      after: REPLIES_AFTER[nth],
      reaction: { do: 'reply', conversation, nth, to: text },
    })
    return [read, reply(0), reply(1)] as Reacting[]
  }
}

const soon = (reaction: Exclude<Reaction, { do: 'reply' }>): Reacting => ({ after: SECONDS[reaction.do], reaction })
