/** A drawing as a file of its own: its fonts travel inside it, so that it looks the same wherever it is opened. Pure. */

export interface EmbeddedFont {
  readonly family: string
  /** "560 600". */
  readonly weight: string
  readonly style: 'normal' | 'italic'
  /** A woff2 file. */
  readonly bytes: Uint8Array
}

export const standalone = (svg: string, fonts: readonly EmbeddedFont[]): string => {
  const faces = fonts.map(
    ({ family, weight, style, bytes }) =>
      `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:url(data:font/woff2;base64,${base64(bytes)}) format("woff2")}`,
  )
  const inside = `<style>${faces.join('')}</style>`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg.replace(/^<svg[^>]*>/, (tag) => sized(tag) + inside)}\n`
}

/** On paper it is A4. */
const sized = (tag: string): string =>
  tag.replace(/ class="[^"]*"/, '').replace(/^<svg/, '<svg width="210mm" height="297mm"')

const CHUNK = 8192

const base64 = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return btoa(text)
}
