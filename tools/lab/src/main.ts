/** `kith-lab COMMAND …`: worlds, replays, measurements. */
import { type Io, UNUSABLE, Unusable } from './io.ts'

type Command = (words: readonly string[], io: Io) => number | Promise<number>

/** Each says how it is called and what for, and is loaded when asked for. */
const COMMANDS: Record<
  string,
  { readonly says: readonly [words: string, what: string]; readonly load: () => Promise<Command> }
> = {
  contacts: {
    says: [
      'contacts FILE [--country CC] [--entries]',
      'an address book as it is read; or who in it counts, and why the others do not',
    ],
    load: async () => (await import('./commands/contacts.ts')).contactsCommand,
  },
  replay: {
    says: [
      'replay DIR [--threshold 2] [--dwell 0] [--gap 600] [--stay 3600] [--cooldown 2592000] [--include-strength]',
      'a world through the engine, one JSON line per encounter',
    ],
    load: async () => (await import('./commands/replay.ts')).replayCommand,
  },
  worth: {
    says: ['worth DIR [--known first] [--keep DAYS] [--json]', 'how well friends in common foretell friendship'],
    load: async () => (await import('./commands/worth.ts')).worthCommand,
  },
  world: {
    says: [
      'world --people N --out DIR [--seed S] [--days D] [--books] [--gzip]',
      'a made-up town in a new folder, the same for the same options; --books: and everybody’s address book',
    ],
    load: async () => (await import('./commands/world.ts')).worldCommand,
  },
  evening: {
    says: ['evening [--people 400] [--seed 1]', 'the first encounters of a made-up town, in words'],
    load: async () => (await import('./commands/evening.ts')).eveningCommand,
  },
  bench: {
    says: ['bench engine|replay|oprf|book [--json]', 'what a part does, beside its peer'],
    load: async () => (await import('./commands/bench.ts')).benchCommand,
  },
  load: {
    says: [
      'load room [--people 500] [--rate 20] [--seed S] [--world DIR|town] [--profile FILE] [--json]',
      'so many devices in one room over real sockets, every card checked; then the server is killed and all come back',
    ],
    load: async () => (await import('./commands/load.ts')).loadCommand,
  },
}

/** Where what a command is for begins; what is called with more words has a line of its own for them. */
const INDENT = 6

const HELP = `kith-lab: Kith's laboratory

${Object.values(COMMANDS)
  .map(({ says: [words, what] }) => `  ${words}\n${' '.repeat(INDENT)}${what}`)
  .join('\n')}

Results go to standard output, everything else to standard error.
Exit codes: 0 good, 1 finished with problems, 2 unusable input.
`

export const main = async (words: readonly string[], io: Io = process): Promise<number> => {
  const [name, ...rest] = words
  if (name === undefined || name === 'help' || words.includes('--help') || words.includes('-h')) {
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
