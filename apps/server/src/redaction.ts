/**
 * The second net under the log: whatever was handed to it by mistake, nothing that looks like a person, a place or a secret
 * leaves the process. It would rather hide a word too many. The first net is `forLogging` (logging.ts).
 */

/** Whatever stands under such a name is hidden, whole. Names are compared without case, `-` and `_`. */
const HIDDEN_NAMES = new Set(
  `authorization cookie cookies setcookie headers rawheaders body query querystring params parameters url originalurl ip ips
  host hostname remoteaddress forwarded xforwardedfor address email mail phone tel mobile name firstname lastname
  label labels story stories text note topic topics words identifier identifiers handle token tokens entry
  entries session sessionid person persons guest member viewer cell cells lat lon lng latitude longitude coordinates
  roomcode secret secrets password key keys hostkey seed detail where sql`
    .split(/\s+/)
    .map(normalName),
)

/** What the log itself says in numbers, and no telephone number is. */
const NUMBER_NAMES = new Set(['level', 'time', 'pid', 'ms', 'bytes', 'rss', 'heap', 'errno'])
const LONGEST_TEXT = 8192
const SHORTEST_PHONE = 10 ** 6

/** One line as pino writes it, with its line break. */
export function redactLine(line: string): string {
  try {
    return `${JSON.stringify(redactValue(JSON.parse(line)))}\n`
  } catch {
    return `${redactText(line.trimEnd())}\n`
  }
}

export function redactValue(value: unknown, name = ''): unknown {
  if (HIDDEN_NAMES.has(normalName(name)) || (name === 'code' && !isErrorCode(value))) return '[hidden]'
  if (typeof value === 'string') return redactText(value)
  if (typeof value === 'number')
    return Math.abs(value) >= SHORTEST_PHONE && !NUMBER_NAMES.has(name) ? '[number]' : value
  if (Array.isArray(value)) return isBytes(value) ? '[bytes]' : value.map((one) => redactValue(one))
  if (typeof value === 'object' && value !== null) return redactObject(value as Record<string, unknown>)
  return value
}

/** `code` is a room's, an e-mail's or an error's: ENOSPC, ERR_X, SQLSTATE 23505, `not-here`, an exit status. */
function isErrorCode(value: unknown): boolean {
  if (typeof value === 'number') return Math.abs(value) < 1000
  return /^(E[A-Z0-9]+|[A-Z]+(_[A-Z0-9]+)+|[0-9A-Z]{5}|(?!...-...$)[a-z]+(-[a-z]+)+)$/.test(`${value}`)
}

/** Its names too: maps by token or by address come as objects. */
function redactObject(object: Record<string, unknown>): unknown {
  const entries = Object.entries(object)
  // What JSON makes of a typed array.
  if (entries.length > 0 && entries.every(([name], index) => name === `${index}`)) return '[bytes]'
  return Object.fromEntries(entries.map(([name, value]) => [redactText(name), redactValue(value, name)]))
}

function isBytes(list: readonly unknown[]): boolean {
  return list.length >= 8 && list.every((one) => Number.isInteger(one) && (one as number) >= 0 && (one as number) < 256)
}

function normalName(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '')
}

/** In this order: what is recognised by its surroundings goes before what is recognised by its own look. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\b(authorization|set-cookie|cookie|x-forwarded-for)(["']?\s*[:=]\s*)[^\r\n]+/gi, '$1$2[hidden]'],
  [/\b(Bearer|Basic)\s+\S+/gi, '$1 [hidden]'],
  [/((?:__Host-)?kith[\w-]*=)[^;\s"']+/g, '$1[hidden]'],
  [/([a-z][a-z0-9+.-]*:\/\/)[^\s/@"']+@/gi, '$1[hidden]@'],
  [/(\/(?:r|join)\/)(?!:)[^\s/?#"'<>)]+/gi, '$1[room]'],
  [/\b(?:[BCDFHJKLMNPRSTVWZ]{6}|[BCDFHJKLMNPRSTVWZ]{3}[ -][BCDFHJKLMNPRSTVWZ]{3})\b/g, '[room]'],
  [/\b(?:linkedin|mastodon|bluesky|web):(?!\s)[^\s"'<>,;)]+/gi, '[handle]'],
  [
    /\b(?:linkedin\.com\/(?:in|pub)|bsky\.app\/profile|t\.me|instagram\.com|facebook\.com)\/[^\s"'<>,;)]+/gi,
    '[handle]',
  ],
  [/\bdid:[a-z]+:[\w.:%-]+/gi, '[handle]'],
  [/(^|[\s"'(=,:]|(?<!node_modules)\/)@[a-z0-9_][\w.-]*(?:@[\w.-]+)?/gi, '$1[handle]'],
  [/[^\s@"'<>()[\],;:=/]{1,128}(?:@|%40)[^\s@"'<>()[\],;:=/%]+\.[^\s@"'<>()[\],;:=/%]+/g, '[email]'],
  [/\b8[0-9a-f]{14}\b/gi, '[cell]'],
  [/[-+]?\d{1,3}\.\d{4,}\s*[,; ]\s*[-+]?\d{1,3}\.\d{4,}/g, '[coordinates]'],
]

const WORD = /[A-Za-z0-9_-]{16,}={0,2}/g
const ADDRESS =
  /(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]*\w)|(?<![\w:])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:\.\d{1,3}){0,3}(?![\w:])/gi
const DATE = /\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?/y
const PHONE = /(?:\+|%2B|00)?\(?\d(?:[\s()./-]{0,3}\d){6,}/g

export function redactText(text: string): string {
  let redacted = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)} [cut]` : text
  for (const [pattern, instead] of PATTERNS) redacted = redacted.replace(pattern, instead)
  redacted = redacted.replace(WORD, (word) => (looksRandom(word) ? '[token]' : word))
  redacted = redacted.replace(ADDRESS, (address) => (isOwnAddress(address) ? address : '[address]'))
  return redacted.replace(PHONE, (digits, at: number, whole: string) => {
    DATE.lastIndex = at
    return isDate(digits, whole) || isOwnAddress(digits) ? digits : '[phone]'
  })
}

function isDate(digits: string, whole: string): boolean {
  const date = DATE.exec(whole)?.[0]
  return date !== undefined && date.length >= digits.trimEnd().length
}

/** Every address of this machine, and no time of day either: `12:30:00` has colons too. */
function isOwnAddress(text: string): boolean {
  return /^(127\.|0\.0\.0\.0|::1?$|\d{1,2}:\d\d(:\d\d)?$)/.test(text)
}

const SHORTEST_TOKEN = 20
/** Of 22 random characters of base64url, 14 differ in kind from the one before, and in one case of 2,000 fewer than 7. */
const CHANGES_OF_KIND = 0.3
/** Without digits a capital counts once, as at the beginning of a word: less than a quarter of any camelCase. */
const CHANGES_WITHOUT_DIGITS = 0.25
/** 16, 32 and 64 bytes in base64url: at the lengths of our own ids and tokens, camelCase is doubted sooner. */
const OWN_LENGTHS = new Set([22, 43, 86])
const CHANGES_AT_OWN_LENGTHS = 0.17

/** Hex of 64 bits or more; or letters, digits and signs in turns, as no word has them, however they are joined. */
export function looksRandom(word: string): boolean {
  const hasDigits = /\d/.test(word)
  if (/^[0-9a-f]+$/i.test(word) && hasDigits) return true
  if (word.length < SHORTEST_TOKEN) return false
  if (!hasDigits && (word === word.toUpperCase() || word === word.toLowerCase())) return false
  let changes = 0
  for (let index = 1; index < word.length; index++) {
    const before = kindOf(word.charCodeAt(index - 1))
    const kind = kindOf(word.charCodeAt(index))
    if (kind !== before && (hasDigits || before !== 'upper' || kind !== 'lower')) changes++
  }
  const least = OWN_LENGTHS.has(word.length) ? CHANGES_AT_OWN_LENGTHS : CHANGES_WITHOUT_DIGITS
  return changes / (word.length - 1) >= (hasDigits ? CHANGES_OF_KIND : least)
}

function kindOf(code: number): 'upper' | 'lower' | 'digit' | 'sign' {
  if (code >= 0x61 && code <= 0x7a) return 'lower'
  if (code >= 0x41 && code <= 0x5a) return 'upper'
  return code >= 0x30 && code <= 0x39 ? 'digit' : 'sign'
}
