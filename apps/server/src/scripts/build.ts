/** `kith build`: for an installation whose files the server itself cannot write. */
import { command } from './running/command.ts'

export const summary = 'builds the app, where there is none or its sources are newer (start does it by itself)'

const BUILDER = new URL('../../../../scripts/build-web.mjs', import.meta.url).href

export const run = command(async (_words, say) => {
  const { buildWeb } = (await import(BUILDER)) as { buildWeb(): boolean }
  if (!buildWeb()) return 1
  say('The app is built.')
  return 0
})
