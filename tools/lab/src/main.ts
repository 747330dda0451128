/** `kith-lab COMMAND …`: worlds, replays, measurements. */
import { type Io, UNUSABLE, Unusable } from './io.ts'

type Command = (words: readonly string[], io: Io) => number | Promise<number>

/** Loaded when asked for, so that each command starts with what it needs. */
const COMMANDS: Record<string, { readonly says: string; readonly load: () => Promise<Command> }> = {
  contacts: {
    says: 'contacts FILE            read an address book; --entries: who in it counts, and why the others do not',
    load: async () => (await import('./commands/contacts.ts')).contactsCommand,
  },
  replay: {
    says: 'replay DIR               run a world through the engine, one JSON line per encounter',
    load: async () => (await import('./commands/replay.ts')).replayCommand,
  },
  worth: {
    says: 'worth DIR                how well friends in common foretell friendship',
    load: async () => (await import('./commands/worth.ts')).worthCommand,
  },
  world: {
    says: 'world --people N --out DIR   write a made-up town',
    load: async () => (await import('./commands/world.ts')).worldCommand,
  },
  evening: {
    says: 'evening                  the first encounters of a made-up town, in words',
    load: async () => (await import('./commands/evening.ts')).eveningCommand,
  },
  bench: {
    says: 'bench engine             measure the engine beside its peers',
    load: async () => (await import('./commands/bench.ts')).benchCommand,
  },
}

const HELP = `kith-lab: Kith's laboratory

${Object.values(COMMANDS)
  .map(({ says }) => `  kith-lab ${says}`)
  .join('\n')}

Results go to standard output, everything else to standard error.
Exit codes: 0 good, 1 finished with problems, 2 unusable input.
`

export const main = async (words: readonly string[], io: Io = process): Promise<number> => {
  const [name, ...rest] = words
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    io.stdout.write(HELP)
    return name === undefined ? UNUSABLE : 0
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  try {
    if (!command) throw new Unusable(`there is no command "${name}"; see kith-lab help`)
    return await (await command.load())(rest, io)
  } catch (error) {
    if (!(error instanceof Unusable)) throw error
    io.stderr.write(`kith-lab: ${error.message}\n`)
    return UNUSABLE
  }
}
