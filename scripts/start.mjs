// npm start: until there is a server, the main job on a made-up town, in words.
import './ensure-installed.mjs'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const lab = fileURLToPath(new URL('../tools/lab/bin/kith-lab.mjs', import.meta.url))
const { status } = spawnSync(process.execPath, [lab, 'evening', ...process.argv.slice(2)], { stdio: 'inherit' })
process.exitCode = status ?? 1
