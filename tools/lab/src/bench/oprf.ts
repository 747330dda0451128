/** 1,000 identifiers through the OPRF, beside the same on @noble/curves. */
import { randomBytes } from 'node:crypto'
import { OprfClient, ready } from '@kith/contacts/psi/client'
import { blindEvaluate, deriveKeyPair } from '@kith/contacts/psi/server'
import { ristretto255_oprf } from '@noble/curves/ed25519.js'
import { inTurns, secondsOf } from './rounds.ts'

export interface OprfFigures {
  readonly identifiers: number
  /** Seconds; the client's blinds and finalises, the server evaluates. Ours in whole batches of 64, padding included. */
  readonly clientSeconds: number
  readonly serverSeconds: number
  readonly nobleClientSeconds: number
  readonly nobleServerSeconds: number
}

/** The peer is slow: it does a tenth, and its time is multiplied. */
const NOBLE_SHARE = 10

export const benchOprf = async (identifiers: number): Promise<OprfFigures> => {
  await ready()
  const { skS } = deriveKeyPair(new Uint8Array(32).fill(7), new TextEncoder().encode('bench'))
  const inputs = Array.from({ length: identifiers }, (_, i) => new TextEncoder().encode(`ana.${i}@example.org`))
  const server: Record<'ours' | 'noble', number> = { ours: 0, noble: 0 }
  const serverTimes: Record<'ours' | 'noble', number[]> = { ours: [], noble: [] }
  const client = inTurns({
    ours: () => {
      const figures = oursOnce(inputs, skS)
      serverTimes.ours.push(figures.server)
      return figures.client
    },
    noble: () => {
      const figures = nobleOnce(inputs.slice(0, Math.ceil(identifiers / NOBLE_SHARE)), skS)
      serverTimes.noble.push(figures.server * NOBLE_SHARE)
      return figures.client * NOBLE_SHARE
    },
  })
  for (const name of ['ours', 'noble'] as const) server[name] = medianOfCounted(serverTimes[name])
  return {
    identifiers,
    clientSeconds: client.ours,
    serverSeconds: server.ours,
    nobleClientSeconds: client.noble,
    nobleServerSeconds: server.noble,
  }
}

/** The first round does not count, here as there. */
const medianOfCounted = (times: readonly number[]): number =>
  times.slice(1).sort((a, b) => a - b)[(times.length - 1) >> 1]!

interface Once {
  readonly client: number
  readonly server: number
}

const oursOnce = (inputs: readonly Uint8Array[], secret: Uint8Array): Once => {
  const times = { client: 0, server: 0 }
  const key = { id: 'bench', secret }
  const client = new OprfClient({ inputs, keyId: 'bench', random: (n) => randomBytes(n) })
  for (;;) {
    let batch: ReturnType<OprfClient['blind']>
    times.client += secondsOf(() => {
      batch = client.blind()
    })
    if (!batch!) return times
    let answer: ReturnType<typeof blindEvaluate>
    times.server += secondsOf(() => {
      answer = blindEvaluate(key, batch!.blindedElements)
    })
    if (!answer!.ok) throw new Error(`evaluation refused: ${answer!.error.code}`)
    const { evaluation } = answer!
    times.client += secondsOf(() => {
      client.finalize(batch!, evaluation)
    })
  }
}

const nobleOnce = (inputs: readonly Uint8Array[], secret: Uint8Array): Once => {
  const { oprf } = ristretto255_oprf
  const times = { client: 0, server: 0 }
  for (const input of inputs) {
    let blinded: ReturnType<typeof oprf.blind>
    times.client += secondsOf(() => {
      blinded = oprf.blind(input)
    })
    let evaluated: Uint8Array
    times.server += secondsOf(() => {
      evaluated = oprf.blindEvaluate(secret, blinded!.blinded)
    })
    times.client += secondsOf(() => {
      oprf.finalize(input, blinded!.blind, evaluated!)
    })
  }
  return times
}
