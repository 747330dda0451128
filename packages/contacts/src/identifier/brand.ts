declare const brand: unique symbol

/** An e-mail address in normal form: lower case, domain in ASCII. */
export type Email = string & { readonly [brand]: 'Email' }

/** A telephone number in E.164 (ITU-T): a plus sign and at most 15 digits. */
export type Phone = string & { readonly [brand]: 'Phone' }

/** A profile: `linkedin:in/slug`, `mastodon:name@host`, `bluesky:handle` or `web:host/path`. */
export type Handle = string & { readonly [brand]: 'Handle' }

/** What stands for somebody: product.md, Words. */
export type Identifier = Email | Phone | Handle

/** An ISO 3166-1 country, two capital letters. */
export type Country = string
