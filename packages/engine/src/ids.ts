/**
 * The numbers the engine works with. Whoever calls it keeps the translation from its own ids; nothing here is ever sent.
 * All are dense: tables are indexed by them, so a caller hands out 1, 2, 3 … and reuses what it has freed.
 */

declare const brand: unique symbol

/** A member, or a token that no member has proved (product.md, Words). 1 … 2³²−2; 0 is nobody. */
export type PersonId = number & { readonly [brand]: 'PersonId' }

/** A list held by `Lists`. 0 is the empty list, which is always there. */
export type ListId = number & { readonly [brand]: 'ListId' }

/** A room or a cell. */
export type PlaceId = number & { readonly [brand]: 'PlaceId' }

/** Someone's time-boxed being-there: somebody in two rooms has two of them. 1 … 2³²−2. */
export type PresenceId = number & { readonly [brand]: 'PresenceId' }

/** A topic of one room. */
export type TopicId = number & { readonly [brand]: 'TopicId' }

/** How two people know each other; the engine counts by it and gives it no meaning. 0 … 7. */
export type Tie = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7

/** How many ties there can be: counts per tie are arrays of this length. */
export const TIES = 8

export const EMPTY_LIST = 0 as ListId

/** The most persons that one list may hold (CON4). */
export const MOST_PERSONS = 10_000
