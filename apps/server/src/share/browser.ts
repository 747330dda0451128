/** Opens an address in this machine's browser, where it has one. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'

interface Opener {
  readonly program: string
  readonly words: readonly string[]
}

/** undefined: no screen here. Without one xdg-open would start a browser in the terminal. */
export const openerFor = (
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  address: string,
): Opener | undefined => {
  if (platform === 'darwin') return { program: 'open', words: [address] }
  // The first quoted word of `start` is a window's title.
  if (platform === 'win32') return { program: 'cmd', words: ['/c', 'start', '""', address] }
  return env.DISPLAY || env.WAYLAND_DISPLAY ? { program: 'xdg-open', words: [address] } : undefined
}

/** Whether a browser was started; it goes on when Kith stops. */
export const openInBrowser = async (
  address: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<boolean> => {
  const opener = openerFor(process.platform, env, address)
  if (opener === undefined) return false
  const child = spawn(opener.program, opener.words, { stdio: 'ignore', detached: true })
  child.unref()
  return await once(child, 'spawn').then(
    () => true,
    () => false,
  )
}
