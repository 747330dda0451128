#!/usr/bin/env node
// Plain JavaScript, so that npm can link it before anything is built: it lets Node read TypeScript, then hands over.
import { register } from 'tsx/esm/api'

register()
const { main } = await import('../src/main.ts')
process.exitCode = await main(process.argv.slice(2))
