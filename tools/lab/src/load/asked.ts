/** What the load run asks of the server's process, beside the product's own methods. */

export type Asked =
  | { readonly kind: 'usage' }
  | { readonly kind: 'cards'; readonly code: string; readonly persons: readonly string[] }
  /** Without a file it begins; with one it ends, and is written there. */
  | { readonly kind: 'profile'; readonly file?: string }

export interface Usage {
  /** Of all its threads, since it was started. */
  readonly cpuSeconds: number
  readonly rss: number
  readonly peakRss: number
  /** Of the thread that answers, since it was asked last: the share of time in which it was not idle. */
  readonly busy: number
  /** The longest time for which that thread could not look up. */
  readonly longestDelayMs: number
}
