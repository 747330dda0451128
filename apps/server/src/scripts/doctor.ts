/** `kith doctor`: looks at everything that a self-hosted Kith needs, from inside and from outside, and says what to do. */
import { systemClock } from '../clock.ts'
import { type Config, readConfig } from '../config.ts'
import { parsePublicUrl } from '../public-url.ts'
import { askHello } from './admin/ask.ts'
import type { Hello } from './admin/socket.ts'
import { databaseFinding, directoryFinding, keysFinding } from './doctor/data.ts'
import { type Finding, lineOf, ok, wrong } from './doctor/finding.ts'
import { diskFinding, nodeFinding, timeFinding } from './doctor/machine.ts'
import { addressFinding, answerFinding, proxyFinding, socketFinding } from './doctor/outside.ts'
import { command } from './running/command.ts'

export const summary = 'looks whether all is well, from inside and from outside; exit code 1 where something is wrong'

export const run = command(async (words, say) => {
  const config = readConfig(undefined, words)
  let isWrong = false
  for await (const finding of findings(config)) {
    say(lineOf(finding))
    isWrong ||= finding.state === 'wrong'
  }
  return isWrong ? 1 : 0
})

async function* findings(config: Config): AsyncGenerator<Finding> {
  const now = systemClock.now()
  yield nodeFinding(process.versions.node)
  const storage = await directoryFinding(config.dataDir)
  yield storage
  if (storage.state === 'ok') yield await diskFinding(config.dataDir)
  yield await databaseFinding(config, now)
  yield await keysFinding(config.paths.keys, now)
  const hello = await askHello(config.dataDir).catch((error: Error) => error)
  if (hello instanceof Error) {
    yield wrong('server', hello.message)
    yield addressFinding(config.publicUrl)
    yield await timeFinding(undefined, now)
  } else yield* findingsOutside(config, hello)
}

/** What is in force counts: with `--share` the address is the tunnel's. */
async function* findingsOutside(config: Config, hello: Hello): AsyncGenerator<Finding> {
  const url = parsePublicUrl(hello.publicUrl)
  yield await readyFinding(hello.local)
  if (url.origin !== config.publicUrl.origin && !config.publicUrl.isLoopback)
    yield wrong('server', `runs with PUBLIC_URL=${url.origin}, not ${config.publicUrl.origin}. Start it anew.`)
  yield addressFinding(url)
  const { finding, date } = await answerFinding(url.origin, hello.instance)
  yield finding
  if (finding.state === 'ok') yield await socketFinding(url.origin)
  yield proxyFinding(url, hello.trustProxy)
  // This machine's own clock would only agree with itself.
  yield await timeFinding(url.isLoopback ? undefined : date, systemClock.now())
}

/** Whether store and bus answer. */
const readyFinding = async (local: string): Promise<Finding> => {
  const isReady = await fetch(`${local}/readyz`, { signal: AbortSignal.timeout(10_000) }).then(
    (response) => response.ok,
    () => false,
  )
  if (isReady) return ok('server', 'runs, and its database and memory answer')
  return wrong('server', `runs, but is not ready (${local}/readyz). Its log says why: journalctl -u kith`)
}
