/** How a command of `kith` says things and fails: in a sentence, never with a stack. */

/** It was called the wrong way; the message is the right one. */
export class UsageError extends Error {
  constructor(usage: string) {
    super(`Like this: ${usage}`)
    this.name = 'UsageError'
  }
}

export type Say = (line: string) => void

/** The exit code: 0, 1 where something is wrong, 2 where it was called the wrong way. */
export type Run = (words: readonly string[]) => Promise<number>

export const command =
  (work: (words: readonly string[], say: Say) => Promise<number>): Run =>
  async (words) => {
    try {
      return await work(words, (line) => void process.stdout.write(`${line}\n`))
    } catch (error) {
      process.stderr.write(`${(error as Error).message}\n`)
      return error instanceof UsageError ? 2 : 1
    }
  }

/** Text that somebody else wrote, on one line, and without what steers a terminal or turns the reading direction. */
export const plain = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
