/** Runs in a thread of its own and is the only one that multiplies with the secret key. One batch a message. */
import { parentPort, workerData } from 'node:worker_threads'
import { blindEvaluate, type OprfKey, ready } from '@kith/contacts/psi/server'

const { key } = workerData as { readonly key: OprfKey }

await ready()
parentPort?.on('message', (batch: Uint8Array) => parentPort?.postMessage(blindEvaluate(key, batch)))
