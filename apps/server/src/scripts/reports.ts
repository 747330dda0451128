/** `kith reports` (SAFE2): what people have reported, for whoever runs the server; `kith reports close ID`. */
import { readConfig } from '../config.ts'
import { askReports, askToCloseReport } from './admin/ask.ts'
import type { OpenReport } from './admin/socket.ts'
import { command, plain, UsageError } from './running/command.ts'

export const summary = 'lists open reports; reports close ID: closes one, so that it can be forgotten'

export const run = command(async (words, say) => {
  if (words[0] === 'close') return await close(words.slice(1), say)
  if (words[0] !== undefined && !words[0].startsWith('-'))
    throw new UsageError('kith reports, or kith reports close ID')
  const reports = await askReports(readConfig(undefined, words).dataDir)
  if (reports.length === 0) say('No open reports.')
  for (const report of reports) for (const line of linesOf(report)) say(line)
  return 0
})

const close = async ([id, ...options]: readonly string[], say: (line: string) => void): Promise<number> => {
  if (id === undefined) throw new UsageError('kith reports close ID')
  if (await askToCloseReport(readConfig(undefined, options).dataDir, id)) {
    say('Closed. It is forgotten with the people whom it names.')
    return 0
  }
  say('There is no open report with this id.')
  return 1
}

export const linesOf = ({ id, at, room, text }: OpenReport): string[] => [
  `${id}  ${new Date(at * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC  ${room === '' ? 'a room that is gone' : plain(room)}`,
  `    ${plain(text) === '' ? '(nothing was added)' : plain(text)}`,
]
