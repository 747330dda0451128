/** Backslash escapes of vCard values, and the separators that they protect (RFC 6350 3.4). */

/** Splits at separators that no backslash protects; the escapes stay in the parts. */
export function splitUnescaped(value: string, separator: ';' | ','): string[] {
  const parts: string[] = []
  let from = 0
  for (let at = 0; at < value.length; at++) {
    if (value[at] === '\\') at++
    else if (value[at] === separator) {
      parts.push(value.slice(from, at))
      from = at + 1
    }
  }
  parts.push(value.slice(from))
  return parts
}

/** `\n` is a new line; `\,` `\;` `\:` `\\` stand for themselves; any other backslash was meant. */
export function unescaped(value: string): string {
  if (!value.includes('\\')) return value
  return value.replace(/\\([nN,;:\\])/g, (_, escaped: string) => (escaped.toLowerCase() === 'n' ? '\n' : escaped))
}
