// The worker's entry, in plain JavaScript because Node starts a worker before anything has taught it TypeScript.
import { register } from 'tsx/esm/api'

register()
await import('./evaluation-worker.ts')
