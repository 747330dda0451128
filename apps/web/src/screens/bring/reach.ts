/** Of what kind somebody's identifiers are; their normal forms say so. */

export interface Reach {
  readonly emails: number
  readonly phones: number
  readonly profiles: number
}

const PROFILE = /^(linkedin|mastodon|bluesky|web):/

export const isProfile = (identifier: string): boolean => PROFILE.test(identifier)
export const isPhone = (identifier: string): boolean => identifier.startsWith('+')
export const isEmail = (identifier: string): boolean => !isProfile(identifier) && !isPhone(identifier)

export const reachOf = (identifiers: readonly string[]): Reach => ({
  emails: identifiers.filter(isEmail).length,
  phones: identifiers.filter(isPhone).length,
  profiles: identifiers.filter(isProfile).length,
})
