/** `kith keys export FILE`: the keys are in no backup, so they are written down on their own, once. */
import { stat } from 'node:fs/promises'
import { systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { exportKeys } from '../keys/key-file.ts'
import { command, UsageError } from './running/command.ts'

export const summary = 'keys export FILE: writes the keys, which are in no backup, to a file'

export const run = command(async (words, say) => {
  const [what, to, ...options] = words
  if (what !== 'export' || to === undefined || to.startsWith('-')) throw new UsageError('kith keys export FILE')
  const { paths } = readConfig(undefined, options)
  await requireOwner(paths.keys)
  await exportKeys(paths.keys, to, systemClock.now())
  say(`The keys are in ${to}, which only you can read.`)
  say('Take it to another machine or into a safe, and not to where backups are: whoever has both can test who knows')
  say(`whom. To bring the keys back: stop Kith, put the file at ${paths.keys} (mode 600, its user's), start Kith.`)
  return 0
})

/** The file is written anew by an export: root would make it its own, and the server could not read it again. */
const requireOwner = async (file: string): Promise<void> => {
  const info = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new Error(`${file}: not there yet. The first start makes the keys.`)
    throw error
  })
  if (process.getuid?.() !== undefined && info.uid !== process.getuid())
    throw new Error(`${file}: belongs to another user. Run this as the user of the server.`)
}
