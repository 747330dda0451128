// Makes the fonts that the page loads: Fraunces and Atkinson Hyperlegible Next, cut to one alphabet each, with the axes
// that Kith never moves pinned. Run by hand after a change of font (`node apps/web/scripts/fonts.mjs`); the results and
// their licences are committed, so that a build needs no font tools.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

const out = fileURLToPath(new URL('../fonts/', import.meta.url))
const packageOf = (name) => dirname(fileURLToPath(import.meta.resolve(`@fontsource-variable/${name}/package.json`)))

const FRAUNCES = {
  package: 'fraunces',
  sheets: { normal: 'full.css', italic: 'full-italic.css' },
  alphabets: ['latin', 'latin-ext', 'vietnamese'],
}
const TEXT = {
  package: 'atkinson-hyperlegible-next',
  sheets: { normal: 'index.css' },
  alphabets: ['latin', 'latin-ext'],
}

const CUTS = [
  {
    ...FRAUNCES,
    name: 'fraunces',
    style: 'normal',
    kind: 'full',
    axes: { opsz: 36, SOFT: 100, WONK: 0, wght: { min: 560, max: 600 } },
  },
  {
    ...FRAUNCES,
    name: 'fraunces-italic',
    style: 'italic',
    kind: 'full',
    axes: { opsz: 36, SOFT: 100, WONK: 1, wght: 480 },
  },
  { ...TEXT, name: 'atkinson', style: 'normal', kind: 'wght', axes: { wght: { min: 400, max: 650 } } },
]

/** The characters of a `unicode-range`, as fontsource cut its own files. */
const charactersOf = (range) =>
  range
    .split(',')
    .flatMap((part) => {
      const [from, to = from] = part
        .trim()
        .replace(/^U\+/i, '')
        .split('-')
        .map((hex) => Number.parseInt(hex, 16))
      return Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i))
    })
    .join('')

const rangeOf = (sheet, file) =>
  sheet
    .split('@font-face')
    .find((face) => face.includes(`/${file})`))
    ?.match(/unicode-range:\s*([^;]+);/)?.[1]
    .trim()

for (const cut of CUTS) {
  const folder = packageOf(cut.package)
  const sheet = readFileSync(`${folder}/${cut.sheets[cut.style]}`, 'utf8')
  for (const alphabet of cut.alphabets) {
    const file = `${cut.package}-${alphabet}-${cut.kind}-${cut.style}.woff2`
    const range = rangeOf(sheet, file)
    if (range === undefined) throw new Error(`${file}: no unicode-range`)
    const source = readFileSync(`${folder}/files/${file}`)
    const font = await subsetFont(source, charactersOf(range), { targetFormat: 'woff2', variationAxes: cut.axes })
    writeFileSync(`${out}${cut.name}-${alphabet}.woff2`, font)
    process.stdout.write(`${`${cut.name}-${alphabet}.woff2`.padEnd(36)} ${font.length} bytes\n`)
  }
  writeFileSync(`${out}${cut.package}-OFL.txt`, readFileSync(`${folder}/LICENSE`))
}
