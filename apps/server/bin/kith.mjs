#!/usr/bin/env node
// `kith`: without a word, or with `start`, the server; with another, what src/scripts has under that name. A script exports
// `summary` and `run(words)`, which may return an exit code. Plain JavaScript, so that npm can link it before anything is built.
import { readdirSync } from 'node:fs'
import { register } from 'tsx/esm/api'
import { buildWeb } from '../../../scripts/build-web.mjs'

const scripts = new URL('../src/scripts/', import.meta.url)

const namesOfScripts = () => {
  try {
    return readdirSync(scripts, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => entry.name.slice(0, -'.ts'.length))
      .sort()
  } catch {
    return []
  }
}

const scriptNamed = (name) => import(new URL(`${name}.ts`, scripts).href)

const help = async () => {
  const lines = [['start', 'the server (what `npm start` runs)']]
  for (const name of namesOfScripts()) lines.push([name, (await scriptNamed(name)).summary])
  const width = Math.max(...lines.map(([name]) => name.length))
  return `kith <command>\n\n${lines.map(([name, summary]) => `  ${name.padEnd(width)}  ${summary}`).join('\n')}\n`
}

const start = async () => {
  if (!buildWeb()) {
    process.stderr.write('The app could not be built; see above.\n')
    return 1
  }
  await import('../src/main.ts')
  return undefined
}

const run = async (word, words) => {
  if (word === 'start' || word.startsWith('-')) return await start()
  if (namesOfScripts().includes(word)) return await (await scriptNamed(word)).run(words)
  process.stderr.write(`kith: there is no command '${word}'.\n\n${await help()}`)
  return 2
}

register()
const [word = 'start', ...words] = process.argv.slice(2)
if (word === 'help' || word === '--help' || word === '-h') process.stdout.write(await help())
else {
  // The server reads its own words where it was started with `kith start --share` as with `npm start -- --share`.
  if (word === 'start') process.argv.splice(2, 1)
  const code = await run(word, words)
  if (code !== undefined) process.exitCode = code
}
