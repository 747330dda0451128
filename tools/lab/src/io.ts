/** Where a command speaks: results on `out`, everything else on `err`. Tests hand in their own. */

export interface Voice {
  write(text: string): unknown
  readonly isTTY?: boolean
}

export interface Io {
  readonly stdout: Voice
  readonly stderr: Voice
}

/** Exit codes of every command. */
export const GOOD = 0
export const WITH_PROBLEMS = 1
export const UNUSABLE = 2

/** Input that cannot be used: its message is the one sentence that the command prints before it exits with 2. */
export class Unusable extends Error {
  override name = 'Unusable'
}

/** Collects short lines into large writes. */
export class Lines {
  readonly #voice: Voice
  #text = ''

  constructor(voice: Voice) {
    this.#voice = voice
  }

  add(line: string): void {
    this.#text += `${line}\n`
    if (this.#text.length > 65_536) this.flush()
  }

  flush(): void {
    if (this.#text !== '') this.#voice.write(this.#text)
    this.#text = ''
  }
}
