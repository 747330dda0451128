// Draws the PNG icons of the installed app from icon.svg, in a headless Chromium (CHROMIUM, else /usr/bin/chromium). Run
// by hand after a change of the drawing; the results are committed.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const folder = fileURLToPath(new URL('../public/icons/', import.meta.url))
const rounded = readFileSync(`${folder}icon.svg`, 'utf8')
// Devices cut their own shape out of a maskable icon, and may keep no more than the inner four fifths.
const square = rounded.replace(' rx="116"', '')
const maskable = square
  .replace('viewBox="0 0 512 512"', 'viewBox="-20 -20 552 552"')
  .replace('<rect width="512" height="512"', '<rect x="-20" y="-20" width="552" height="552"')
const PICTURES = [
  ['icon-192', rounded, 192],
  ['icon-512', rounded, 512],
  // iOS rounds the corners itself and shows black where a picture is transparent.
  ['icon-180', square, 180],
  ['maskable-192', maskable, 192],
  ['maskable-512', maskable, 512],
]

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
})
const page = await browser.newPage()
for (const [name, svg, size] of PICTURES) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`)
  await page.screenshot({ path: `${folder}${name}.png`, omitBackground: true })
}
await browser.close()
