/** E-mail addresses and phone numbers out of the fields that people write them into (IMP11, IMP12). */
import { readEmail, readPhone } from '../identifier.ts'

/** A field with more is no list of addresses. */
const LONGEST_FIELD = 4096

/** The addresses in a field, lower-cased: `"x" <a@b>` gives `a@b`, a word without `@` gives nothing. */
export function emailsIn(text: string): string[] {
  if (!text.includes('@') || text.length > LONGEST_FIELD) return []
  const bracketed = text.split('<').slice(1)
  const sources = bracketed.map((rest) => rest.split('>')[0]!).filter((inner) => inner.includes('@'))
  return (sources.length > 0 ? sources : [text]).flatMap((source) => source.split(/[\s,;]+|:::/)).flatMap(emailOf)
}

function emailOf(word: string): string[] {
  const email = word.includes('@')
    ? readEmail(word.replace(/^["'([{]{1,4}/, '').replace(/["')\]}.:]{1,4}$/, ''))
    : undefined
  return email === undefined ? [] : [email]
}

/** The number in a field: `+` and digits (E.164, valid or not) or the digits as written; words give undefined. */
export function phoneIn(text: string): string | undefined {
  return text.length > 200 ? undefined : readPhone(withoutPause(withoutLabel(text.trim())))
}

/** Labels such as `Mobile:` go; schemes such as `sip:` and `tel:` stay for the reader of numbers. */
function withoutLabel(text: string): string {
  const label = /^\p{L}[\p{L}. ]{0,20}:/u.exec(text)?.[0]
  if (label === undefined || /^(sips?|xmpp|skype|https?|mailto|im|tel):/i.test(label)) return text
  return text.slice(label.length)
}

/** What a phone would dial after a pause: `555 0101p23`, `555 0101w23`, and German extensions. */
function withoutPause(text: string): string {
  return text.replace(/(\d)\s{0,3}(?:[pw]|extn\.?|durchwahl)[\s.:]{0,3}\d{1,8}$/i, '$1')
}
