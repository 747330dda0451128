/** The walls of docs/architecture.md, held against what stands in every package.json, tsconfig.json and the linter. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

interface Manifest {
  readonly name: string
  readonly private?: boolean
  readonly type?: string
  readonly exports?: Record<string, string>
  readonly dependencies?: Record<string, string>
  readonly devDependencies?: Record<string, string>
}

/** What each room may have in its package.json; and whether it is a library, which knows no platform. */
const ROOMS: Record<
  string,
  { readonly library: boolean; readonly may: readonly string[]; readonly dev: readonly string[] }
> = {
  'packages/engine': { library: true, may: [], dev: [] },
  'packages/contacts': {
    library: true,
    may: ['libphonenumber-js', 'libsodium-wrappers-sumo', 'papaparse'],
    dev: ['@noble/curves'],
  },
  'packages/protocol': { library: true, may: ['typebox'], dev: [] },
  'apps/server': {
    library: false,
    may: [
      '@electric-sql/pglite',
      '@fastify/cookie',
      '@fastify/static',
      '@fastify/type-provider-typebox',
      '@fastify/websocket',
      '@kith/contacts',
      '@kith/engine',
      '@kith/protocol',
      'fastify',
      'kysely',
      'libsodium-wrappers-sumo',
      'pg',
      'pino',
      'prom-client',
      'qr',
      'tsx',
    ],
    dev: ['@types/pg', '@types/ws'],
  },
  'apps/web': {
    library: false,
    may: [
      '@fontsource-variable/atkinson-hyperlegible-next',
      '@fontsource-variable/fraunces',
      '@kith/contacts',
      '@kith/protocol',
      '@vitejs/plugin-react',
      'idb',
      'lucide-react',
      'qr',
      'react',
      'react-aria-components',
      'react-dom',
      'vite',
      'wouter',
    ],
    dev: ['@types/react', '@types/react-dom', 'subset-font'],
  },
  'tools/lab': {
    library: false,
    may: ['@kith/contacts', '@kith/engine', '@kith/protocol', '@kith/server', '@noble/curves', 'h3-js', 'tsx', 'ws'],
    dev: ['@types/ws'],
  },
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const manifest = (room: string): Manifest => JSON.parse(read(join(room, 'package.json')))
const rooms = ['packages', 'apps', 'tools'].flatMap((floor) =>
  existsSync(join(root, floor)) ? readdirSync(join(root, floor)).map((name) => `${floor}/${name}`) : [],
)
const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/(^|\/)(node_modules|dist)\//.test(file))
    .map((file) => join(folder, file))

const OUTSIDE = /^(fastify|@fastify\/|kysely|pg$|@electric-sql\/|ioredis|ws$|libsodium|node:http)/

/** Folder, what it never imports, and the files of it that may. */
const IMPORTS: [string, RegExp, RegExp][] = [
  ['apps/server/src', /^@kith\/(web|lab)|^@kith\/contacts\/(import|entries)$/, /^$/],
  ['apps/server/src', /^@kith\/contacts\/psi\/client$/, /\/src\/try\//],
  ['apps/server/src', /^(kysely|pg|@electric-sql\/)/, /\/src\/store\//],
  ['apps/server/src/services', OUTSIDE, /^$/],
  ['apps/server/src/services', /\.\.\/(api|live|pages|store\/(?!store\.ts)|bus\/(?!bus\.ts))/, /^$/],
  ['apps/server/src/api', OUTSIDE, /^$/],
  ['apps/server/src/api', /\/(store\/(?!store\.ts)|bus\/)/, /^$/],
  ['apps/web/src', /^(node:|@kith\/(server|engine|lab)|@kith\/contacts\/psi\/server)/, /^$/],
  ['apps/web/src/ui', /\/(state|client|device|worker|screens)\//, /^$/],
  ['apps/web/src/screens/follows', /\/(device|worker|state|client)\//, /^$/],
  ['packages/protocol/src', /^(?!\.\/|typebox)/, /^$/],
]

describe('walls', () => {
  test('every room stands in the table, and the table in docs/architecture.md', () => {
    expect(rooms.sort()).toEqual(Object.keys(ROOMS).sort())
    for (const room of rooms) expect(read('docs/architecture.md')).toContain(`\`${room}\``)
  })

  test.each(Object.entries(ROOMS))('%s depends on what its row allows, pinned exactly', (room, { may, dev }) => {
    const { dependencies = {}, devDependencies = {} } = manifest(room)
    expect(Object.keys(dependencies).sort()).toEqual([...may].sort())
    expect(Object.keys(devDependencies).sort()).toEqual([...dev].sort())
    for (const version of Object.values({ ...dependencies, ...devDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+$/)
  })

  test.each(Object.entries(ROOMS))('%s is a private ES module that opens only its own doors', (room, { library }) => {
    const { private: isPrivate, type, exports = {} } = manifest(room)
    expect([isPrivate, type]).toEqual([true, 'module'])
    if (library) expect(Object.keys(exports)).not.toHaveLength(0)
    for (const [door, file] of Object.entries(exports)) {
      expect(door).not.toContain('*')
      expect(existsSync(join(root, room, file)), `${room} ${door}`).toBe(true)
    }
  })

  test.each(Object.entries(ROOMS).filter(([, { library }]) => library))('%s is compiled without a platform', (room) => {
    const { compilerOptions } = JSON.parse(read(join(room, 'tsconfig.json')))
    expect([compilerOptions.lib, compilerOptions.types]).toEqual([['ES2023'], []])
  })

  test('the engine imports itself alone, and contacts/psi nothing of the rest of contacts', () => {
    for (const [folder, allowed] of [
      ['packages/engine/src', /^\.\.?\//],
      ['packages/contacts/src/psi', /^(\.\/|libsodium-wrappers-sumo$)/],
      ['packages/contacts/src', /^(\.\.?\/|libsodium-wrappers-sumo$|papaparse$|libphonenumber-js(\/|$))/],
    ] as const)
      for (const file of sources(folder))
        for (const [, from] of read(file).matchAll(/^(?:import|export)\b[^'"]*?\bfrom '([^']+)'/gm))
          expect(from, file).toMatch(allowed)
  })

  test.each(IMPORTS)('%s imports only what its row in docs/architecture.md allows', (folder, never, but) => {
    for (const file of sources(folder).filter((path) => !but.test(path)))
      for (const [, from] of read(file).matchAll(/^\s*(?:import|export)\b[^'"]*?\bfrom '([^']+)'/gm))
        expect(from, file).not.toMatch(never)
  })

  test('only protocol builds schemas, and only config.ts reads the environment', () => {
    for (const room of ['apps/server/src', 'apps/web/src', 'tools/lab/src'])
      for (const file of sources(room))
        for (const [, names] of read(file).matchAll(/^import ([^'"]*?) from 'typebox(?:\/[a-z]+)?'/gm))
          expect(names, file).not.toMatch(/\bType\b(?!Boxe?)/)
    for (const file of sources('apps/server/src').filter((path) => !/\/(config|main)\.ts$|\/scripts\//.test(path)))
      expect(read(file), file).not.toMatch(/\bprocess\.env\b/)
  })

  test('no library reads a clock or draws by chance', () => {
    for (const file of [...sources('packages/engine/src'), ...sources('packages/contacts/src')])
      expect(read(file), file).not.toMatch(/\bDate\.now\b|\bnew Date\b|\bperformance\.now\b|\bMath\.random\b/)
  })

  test('nothing is called common, shared, utils or helpers', () => {
    for (const room of rooms)
      for (const file of sources(room)) expect(file).not.toMatch(/\b(common|shared|utils?|helpers?)\b/)
  })
})
