/** Ties in the order in which they are offered. */
import type { Tie } from '@kith/contacts/entries'

export type { Tie } from '@kith/contacts/entries'

export const TIES: readonly Tie[] = ['family', 'school', 'work', 'neighbourhood', 'interest', 'online', 'other']
