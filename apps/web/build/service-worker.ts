/** Builds sw.js on its own, as one classic script, knowing the names of the files that the app needs without a network. */
import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { build, type Plugin } from 'vite'

/** Everything that screens are made of. Further alphabets and workers are kept when they are first used. */
const IN_SHELL = /\.(js|css)$|-latin-[\w-]+\.woff2$/
const NOT_IN_SHELL = /latin-ext|worker/

export const serviceWorker = (root: string): Plugin => {
  let names: string[] = []
  let dist = ''
  return {
    name: 'kith-service-worker',
    apply: 'build',
    configResolved(config) {
      dist = resolve(config.root, config.build.outDir)
    },
    // Once all is written: Vite drops the script of chunks that are nothing but styles just before.
    writeBundle(_, bundle) {
      names = Object.keys(bundle).filter((name) => IN_SHELL.test(name) && !NOT_IN_SHELL.test(name))
    },
    closeBundle: {
      order: 'pre',
      sequential: true,
      async handler() {
        const shell = names.sort().map((name) => `/${name}`)
        const version = createHash('sha256').update(shell.join('\n')).digest('hex').slice(0, 12)
        await build({
          root,
          configFile: false,
          publicDir: false,
          logLevel: 'warn',
          define: { KITH_SHELL: JSON.stringify(shell), KITH_VERSION: JSON.stringify(version) },
          build: {
            outDir: dist,
            emptyOutDir: false,
            rolldownOptions: {
              input: join(root, 'src/sw/service-worker.ts'),
              output: { format: 'iife', entryFileNames: 'sw.js' },
            },
          },
        })
      },
    },
  }
}
