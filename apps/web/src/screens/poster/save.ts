/** Saves the poster that is on the screen as a file. */
import text from '../../../fonts/atkinson-latin.woff2?url'
import italic from '../../../fonts/fraunces-italic-latin.woff2?url'
import letter from '../../../fonts/fraunces-latin.woff2?url'
import { type EmbeddedFont, standalone } from './standalone.ts'

export const savePoster = async (svg: SVGSVGElement, fileName: string): Promise<void> => {
  const fonts: EmbeddedFont[] = await Promise.all([
    font('Fraunces Variable', '560 600', 'normal', letter),
    font('Fraunces Variable', '480', 'italic', italic),
    font('Atkinson Hyperlegible Next Variable', '400 650', 'normal', text),
  ])
  const file = standalone(new XMLSerializer().serializeToString(svg), fonts)
  const url = URL.createObjectURL(new Blob([file], { type: 'image/svg+xml' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

const font = async (
  family: string,
  weight: string,
  style: EmbeddedFont['style'],
  url: string,
): Promise<EmbeddedFont> => {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`no font at ${url}`)
  return { family, weight, style, bytes: new Uint8Array(await response.arrayBuffer()) }
}
