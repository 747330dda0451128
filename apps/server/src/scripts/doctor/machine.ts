/** The machine: Node, the disk, the clock. */
import { execFile } from 'node:child_process'
import { statfs } from 'node:fs/promises'
import { promisify } from 'node:util'
import { type Finding, look, ok, wrong } from './finding.ts'

export const nodeFinding = (version: string): Finding => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    return wrong('Node', `${version}: Kith needs 20.19 or newer. Install 24 LTS.`)
  if (major < 22)
    return look('Node', `${version}: works, but gets no more security fixes. Install 24 LTS when you can.`)
  return ok('Node', version)
}

const MB = 2 ** 20

export const diskFinding = async (directory: string): Promise<Finding> => {
  const { bavail, bsize } = await statfs(directory)
  return spaceFinding(Math.floor((bavail * bsize) / MB), directory)
}

/** A snapshot is written beside the one before it. */
export const spaceFinding = (freeMB: number, directory: string): Finding => {
  const text = `${freeMB} MB free for ${directory}`
  if (freeMB < 300) return wrong('disk', `${text}: soon nothing can be written. Make room.`)
  if (freeMB < 2000) return look('disk', `${text}: enough for now.`)
  return ok('disk', text)
}

const LARGEST_DIFFERENCE_S = 30

/** `date`: the Date header of the outside address; absent where nobody answered there. */
export const timeFinding = async (date: string | undefined, now: number): Promise<Finding> => {
  const outside = date === undefined ? Number.NaN : Date.parse(date) / 1000
  const difference = Math.round(Math.abs(outside - now))
  if (difference > LARGEST_DIFFERENCE_S)
    return wrong(
      'time',
      `${difference} seconds from the clock at the outside address. Set the clock: timedatectl set-ntp true`,
    )
  const isKept = await isSynchronized()
  const seen = Number.isNaN(outside) ? '' : ', as the outside address says'
  if (isKept === false)
    return look('time', `${iso(now)}${seen}; nobody keeps this clock right. Do: timedatectl set-ntp true`)
  return ok('time', `${iso(now)}${seen}${isKept ? ', kept right by NTP' : ''}`)
}

const iso = (now: number): string => `${new Date(now * 1000).toISOString().slice(0, 19)}Z`

/** undefined: this machine has nobody who would say. */
const isSynchronized = async (): Promise<boolean | undefined> => {
  try {
    const words = ['show', '--property=NTPSynchronized', '--value']
    const { stdout } = await promisify(execFile)('timedatectl', words, { timeout: 5000 })
    return stdout.trim() === 'yes' ? true : stdout.trim() === 'no' ? false : undefined
  } catch {
    return undefined
  }
}
