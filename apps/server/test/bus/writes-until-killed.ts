/** Run as a process of its own by kill.int.test.ts: writes and compacts without end, and says what was acknowledged. */
import { writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { createMemoryBus } from '../../src/bus/memory.ts'

const [file = '', from = '0'] = process.argv.slice(2)
const now = () => Math.floor(Date.now() / 1000)
const bus = await createMemoryBus({ file, now })
const until = now() + 3600

const write = async (writer: number) => {
  for (let n = Number(from); ; n++) {
    const fields = { [`${writer}`]: `${n}`, [`list ${writer} ${n % 20}`]: 'x'.repeat(3000) }
    await bus.commit([
      { kind: 'write', key: 'room:{r1}:lists', fields, until },
      { kind: 'write', key: 'room:{r1}:here', fields: { [`${writer}`]: `${n}` }, until },
    ])
    writeSync(1, `${writer} ${n}\n`)
  }
}
const compact = async () => {
  for (;;) {
    await bus.compact()
    await sleep(2)
  }
}
await Promise.all([write(0), write(1), write(2), write(3), compact()])
