// What a first visit costs over the wire, from the built files: `npm run budget`. Prints the bytes per screen, and ends
// with 1 when Door, Join and Room together pass 150 kB of JavaScript or 100 kB of styles and Latin fonts (gzip; servers
// send brotli where the browser takes it, which is less).
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const LIMITS = { script: 150_000, look: 100_000 }
/** The app; and, loaded apart, notices and the encoder that draws the code of a room. */
const ALWAYS = ['src/start.tsx']
const FIRST_VISIT = [
  ...ALWAYS,
  'src/screens/join/screen.tsx',
  'src/screens/room/screen.tsx',
  'src/screens/room/notices.tsx',
  'src/ui/qr-path.ts',
]
const LATIN = /-latin-[\w-]+\.woff2$/

const dist = fileURLToPath(new URL('../dist/', import.meta.url))
const manifest = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, 'utf8'))

/** The files of an entry and of everything that it imports at once. */
const filesOf = (name, found = new Set()) => {
  const chunk = manifest[name]
  if (chunk === undefined || found.has(chunk.file)) return found
  found.add(chunk.file)
  for (const css of chunk.css ?? []) found.add(css)
  for (const next of chunk.imports ?? []) filesOf(next, found)
  return found
}

const sizes = new Map()
const sizeOf = (file) => {
  if (!sizes.has(file)) {
    const plain = readFileSync(dist + file)
    const woff = file.endsWith('.woff2')
    sizes.set(file, {
      gzip: woff ? plain.length : gzipSync(plain, { level: 9 }).length,
      brotli: woff ? plain.length : brotliCompressSync(plain).length,
    })
  }
  return sizes.get(file)
}
const sum = (files, kind, end) =>
  [...files].filter((file) => file.endsWith(end)).reduce((all, file) => all + sizeOf(file)[kind], 0)

const kB = (bytes) => (bytes / 1000).toFixed(1).padStart(7)
const print = (name, files) =>
  process.stdout.write(
    `${name.padEnd(28)}${['.js', '.css'].map((end) => kB(sum(files, 'gzip', end)) + kB(sum(files, 'brotli', end))).join('   ')}\n`,
  )

const together = (entries) => new Set(['index.html', ...entries].flatMap((name) => [...filesOf(name)]))
const screens = Object.keys(manifest).filter((name) => /^src\/screens\/.*\/screen\.tsx$/.test(name))

process.stdout.write(`${'kB over the wire'.padEnd(28)}  js gz     br    css gz     br\n`)
print('Door, before the app', together([]))
print('the app', together(ALWAYS))
for (const name of screens)
  print(`  + ${name.split('/')[2]}`, new Set([...filesOf(name)].filter((f) => !together(ALWAYS).has(f))))

const visit = together(FIRST_VISIT)
const fonts = readdirSync(`${dist}assets`)
  .filter((name) => LATIN.test(name) && !name.includes('latin-ext'))
  .map((name) => `assets/${name}`)
const script = sum(visit, 'gzip', '.js')
const look = sum(visit, 'gzip', '.css') + sum(fonts, 'gzip', '.woff2')
print('Door, Join and Room', visit)
process.stdout.write(`Latin fonts ${kB(sum(fonts, 'gzip', '.woff2'))}\n`)
const over = [
  [`JavaScript ${kB(script)} of ${kB(LIMITS.script)}`, script > LIMITS.script],
  [`styles and Latin fonts ${kB(look)} of ${kB(LIMITS.look)}`, look > LIMITS.look],
]
for (const [words, isOver] of over) process.stdout.write(`${isOver ? 'OVER' : 'within'}: ${words}\n`)
if (over.some(([, isOver]) => isOver)) process.exitCode = 1
