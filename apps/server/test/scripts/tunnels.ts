/** Small programs that behave as `tailscale funnel` and `cloudflared tunnel` are documented to, in a PATH of their own. */
import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export const FUNNEL_AVAILABLE = `Available on the internet:

https://laptop.tail9f3a.ts.net/
|-- proxy http://127.0.0.1:4455

Press Ctrl+C to exit.
`

export const FUNNEL_CONSENT = `
Funnel is not enabled on your tailnet.
To enable, visit:

         https://login.tailscale.com/f/funnel?node=nAnas1CNTRL

`

export const CLOUDFLARED_BOX = `2026-11-24T18:30:00Z INF Thank you for trying Cloudflare Tunnel. Doing so, without a Cloudflare account, is a quick way to experiment. These are subject to the Terms of Use (https://www.cloudflare.com/website-terms/). Follow: https://developers.cloudflare.com/cloudflare-one/connections/connect-apps
2026-11-24T18:30:00Z INF Requesting new quick Tunnel on trycloudflare.com...
2026-11-24T18:30:02Z INF +--------------------------------------------------------------------------------------------+
2026-11-24T18:30:02Z INF |  Your quick Tunnel has been created! Visit it at (it may take some time to be reachable):  |
2026-11-24T18:30:02Z INF |  https://quiet-tea-table-evening.trycloudflare.com                                         |
2026-11-24T18:30:02Z INF +--------------------------------------------------------------------------------------------+
2026-11-24T18:30:02Z INF Version 2025.8.1 (Checksum 00)
`

/** What it writes where, when, and how it ends. */
export interface Behaviour {
  readonly writes: readonly { readonly to: 'stdout' | 'stderr'; readonly text: string; readonly afterMs?: number }[]
  /** Ends with this code after its last words; otherwise it stays until it is stopped. */
  readonly exits?: number
  /** As cloudflared does while connections are kept. */
  readonly ignoresInterrupt?: boolean
}

/** Its words and its process number stand in `NAME.started`, a line each start. */
export const putProgram = async (folder: string, name: string, behaviour: Behaviour): Promise<void> => {
  const file = join(folder, name)
  await writeFile(
    file,
    `#!${process.execPath}
const { appendFileSync } = require('node:fs')
const behaviour = ${JSON.stringify(behaviour)}
appendFileSync(${JSON.stringify(`${file}.started`)}, JSON.stringify({ pid: process.pid, words: process.argv.slice(2) }) + '\\n')
process.on('SIGINT', () => { if (!behaviour.ignoresInterrupt) process.exit(0) })
const stay = setInterval(() => {}, 1000)
const run = async () => {
  for (const { to, text, afterMs = 0 } of behaviour.writes) {
    await new Promise((resolve) => setTimeout(resolve, afterMs))
    process[to].write(text)
  }
  if (behaviour.exits !== undefined) { clearInterval(stay); process.exitCode = behaviour.exits }
}
run()
`,
  )
  await chmod(file, 0o755)
}
