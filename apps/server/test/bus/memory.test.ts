import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { createMemoryBus } from '../../src/bus/memory.ts'
import { busContract } from './contract.ts'

let folder: string
let count = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-bus-'))
})
afterAll(() => rm(folder, { recursive: true }))

busContract('in memory', (now) => createMemoryBus({ now }))
busContract('in memory with its file', (now) => createMemoryBus({ now, file: join(folder, `${count++}.bus`) }))
