/** Facebook writes the UTF-8 bytes of its text as if each were a Latin-1 character; some exports are right already. */
import { decodeUtf8 } from '../encoding.ts'

/**
 * The text that was meant. Only a text whose characters are all below U+0100, which has some above U+007F, and whose
 * characters taken as bytes are well-formed UTF-8 is changed: proper accented text is not, by chance, UTF-8.
 */
export function repairMojibake(text: string): string {
  let isAscii = true
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) > 0xff) return text
    isAscii &&= text.charCodeAt(at) < 0x80
  }
  return isAscii ? text : (decodeUtf8(Uint8Array.from(text, (char) => char.charCodeAt(0))) ?? text)
}
