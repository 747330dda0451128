// Builds the page: one lazy chunk a screen, hashed assets with .br and .gz beside them, and the service worker.
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressed } from './build/compressed.ts'
import { markers } from './build/markers.ts'
import { serviceWorker } from './build/service-worker.ts'

const root = fileURLToPath(new URL('.', import.meta.url))
// Pages of their own (their own security policy, or their own visitors) stand beside index.html.
const pages = readdirSync(root).filter((name) => name.endsWith('.html') && name !== 'pieces.html')

export default defineConfig({
  root,
  plugins: [react(), markers(), serviceWorker(root), compressed()],
  build: {
    outDir: 'dist',
    manifest: true,
    // A data: URL would need an exception in the security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: pages.map((name) => `${root}${name}`),
      // The page needs a few small functions of the wire contract; without this it would carry every schema, and the
      // builder of schemas, for them: 20 kB.
      treeshake: { moduleSideEffects: [{ test: /packages\/protocol\//, sideEffects: false }] },
    },
  },
  server: {
    port: 4456,
    proxy: { '/api': 'http://localhost:4455', '/live': { target: 'ws://localhost:4455', ws: true } },
  },
})
