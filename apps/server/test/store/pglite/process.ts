/** child.ts as a process that can be killed. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Child {
  readonly pid: number
  /** All that it has said so far. */
  readonly output: string
  /** Waits until it has said this. */
  said(pattern: RegExp): Promise<void>
  /** SIGKILL: nothing of it runs any more. */
  kill(): Promise<void>
  /** Its exit code, once it has ended by itself. */
  ended(): Promise<number | null>
}

export const startChild = (what: string, directory: string): Child => {
  const script = fileURLToPath(new URL('../child.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, what, directory], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
      child.emit('said')
    })
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve))
  const said = async (pattern: RegExp): Promise<void> => {
    while (!pattern.test(output)) {
      if (child.exitCode !== null) throw new Error(`it ended, having said: ${output}`)
      await Promise.race([new Promise((resolve) => child.once('said', resolve)), closed])
    }
  }
  return {
    pid: child.pid!,
    get output() {
      return output
    },
    said,
    kill: async () => {
      child.kill('SIGKILL')
      await closed
    },
    ended: () => closed,
  }
}
