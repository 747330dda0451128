/**
 * Reads what the bus's file holds. Commits are read up to the first line that is not whole. Where nothing whole follows it,
 * it is what a kill or a power cut left half written, never acknowledged, and is dropped. Where something does, the file
 * was damaged: what is missing may be that somebody left, so the file is refused and not guessed at.
 */
import type { FileHandle } from 'node:fs/promises'
import { type Commit, decodeCommit, HEADER } from './line.ts'

const CHUNK_LENGTH = 1 << 20
const LINE_BREAK = 0x0a

export interface ReadResult {
  /** How far the file is whole, in bytes. */
  readonly length: number
  /** What stands behind, in bytes: to be cut off. */
  readonly torn: number
}

export async function readCommits(file: FileHandle, path: string, take: (commit: Commit) => void): Promise<ReadResult> {
  let length = 0
  let end = 0
  for await (const line of linesOf(file)) {
    end += line.length
    if (length === 0) requireHeader(line, path)
    const commit = length === 0 ? undefined : decodeLine(line)
    if (length > 0 && commit === undefined) continue
    if (length < end - line.length) throw new Error(damaged(path, length))
    if (commit !== undefined) take(commit)
    length = end
  }
  return { length, torn: end - length }
}

function decodeLine(line: Buffer): Commit | undefined {
  return line.at(-1) === LINE_BREAK ? decodeCommit(line.subarray(0, -1)) : undefined
}

function requireHeader(line: Buffer, path: string): void {
  if (!line.equals(HEADER))
    throw new Error(
      `${path}: no file of this version of the bus. Kith leaves it as it is; move it away to start without.`,
    )
}

function damaged(path: string, at: number): string {
  return (
    `${path}: damaged at byte ${at}, with whole records behind it. Kith leaves it as it is. ` +
    'To start without what it holds, delete it: open rooms stay, and those in them join again.'
  )
}

/** Lines with their line breaks; the last one may have none. */
async function* linesOf(file: FileHandle): AsyncGenerator<Buffer> {
  let parts: Buffer[] = []
  for (let at = 0; ; ) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK_LENGTH), 0, CHUNK_LENGTH, at)
    if (bytesRead === 0) break
    at += bytesRead
    let rest = buffer.subarray(0, bytesRead)
    for (let end = rest.indexOf(LINE_BREAK); end !== -1; end = rest.indexOf(LINE_BREAK)) {
      yield Buffer.concat([...parts, rest.subarray(0, end + 1)])
      parts = []
      rest = rest.subarray(end + 1)
    }
    if (rest.length > 0) parts.push(rest)
  }
  if (parts.length > 0) yield Buffer.concat(parts)
}
