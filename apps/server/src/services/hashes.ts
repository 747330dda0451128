/** Keyed hashes, as keys/ makes them: what is stored or shown in place of ids and tokens. */
export interface Hashes {
  /** CON2: what the server holds of a token; 16 bytes in base64url. */
  storeHash(token: Uint8Array): string
  /** PRES3: a pair of people, the same in either order; hex. */
  pairKey(one: string, other: string): string
  /** 32 bits, for putting equals in order (ENC5, MUT6). */
  order(...parts: readonly string[]): number
  /** 16 bytes in base64url: an id that follows from its parts and says nothing of them (REV1). */
  id(...parts: readonly string[]): string
}
