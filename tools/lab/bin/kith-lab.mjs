#!/usr/bin/env node
// Plain JavaScript, so that npm can link it before anything is built: it lets Node read TypeScript, then hands over.
import { register } from 'tsx/esm/api'

// Whoever reads no further (`| head`) has what they wanted.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

register()
const { main } = await import('../src/main.ts')
process.exitCode = await main(process.argv.slice(2))
