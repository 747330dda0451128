/** A progress bar where somebody watches: on a terminal, and nowhere else. */
import type { Voice } from './io.ts'

const WIDTH = 30

export interface Bar {
  readonly at: (done: number) => void
  readonly end: () => void
}

export const bar = (voice: Voice, total: number): Bar => {
  if (!voice.isTTY || total === 0) return { at: () => {}, end: () => {} }
  let shown = -1
  const at = (done: number): void => {
    const filled = Math.floor((done / total) * WIDTH)
    if (filled === shown) return
    shown = filled
    voice.write(`\r[${'='.repeat(filled)}${' '.repeat(WIDTH - filled)}] ${Math.floor((100 * done) / total)} %`)
  }
  return { at, end: () => voice.write(`\r${' '.repeat(WIDTH + 8)}\r`) }
}
