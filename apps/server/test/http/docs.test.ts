/** The contract as it is published, held against the tables of the protocol. */
import { readFileSync } from 'node:fs'
import { CLOSE, ERRORS, METHODS } from '@kith/protocol'
import { afterEach, describe, expect, test } from 'vitest'
import { notation } from '../../src/http/notation.ts'
import { serve, type TestServer } from './server.ts'

let server: TestServer
afterEach(async () => await server[Symbol.asyncDispose]())

describe('/api/openapi.json', () => {
  test('has every method with its schemas, and nothing else', async () => {
    server = await serve()
    const answer = await server.app.inject('/api/openapi.json')
    const { openapi, paths } = answer.json()
    expect(openapi).toBe('3.1.0')
    expect(Object.keys(paths)).toEqual(Object.keys(METHODS).map((name) => `/api/${name}`))
    for (const [name, method] of Object.entries(METHODS)) {
      const { requestBody, responses, summary } = paths[`/api/${name}`].post
      expect(requestBody.content['application/json'].schema).toEqual(JSON.parse(JSON.stringify(method.input)))
      expect(responses[200].content['application/json'].schema).toEqual(JSON.parse(JSON.stringify(method.output)))
      expect(summary).toBe(method.summary)
    }
  })

  test('every reference in it leads somewhere', async () => {
    server = await serve()
    const contract = (await server.app.inject('/api/openapi.json')).json()
    const references = [...JSON.stringify(contract).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path as string)
    expect(references.length).toBeGreaterThan(10)
    for (const path of new Set(references)) {
      const found = path.split('/').reduce((at, step) => at?.[step], contract)
      expect(found, path).toBeTypeOf('object')
    }
  })

  test('says of each method whether it needs a session', async () => {
    server = await serve()
    const { paths, components } = (await server.app.inject('/api/openapi.json')).json()
    expect(paths['/api/rooms.peek'].post.security).toEqual([])
    expect(paths['/api/rooms.join'].post.security).toEqual([{}, { session: [] }])
    expect(paths['/api/me.get'].post.security).toEqual([{ session: [] }])
    expect(components.securitySchemes.session).toEqual({ type: 'apiKey', in: 'cookie', name: 'kith' })
  })
})

describe('/api/docs', () => {
  test('is one page with every method, error and close code, and loads nothing', async () => {
    server = await serve()
    const answer = await server.app.inject('/api/docs')
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    for (const name of [...Object.keys(METHODS), ...Object.keys(ERRORS)]) expect(answer.body).toContain(name)
    for (const { code } of Object.values(CLOSE)) expect(answer.body).toContain(`<td>${code}</td>`)
    expect(answer.body).not.toMatch(/<(script|link|img)|src=|http/)
  })

  test('has schemas as people read them', () => {
    expect(notation(METHODS['topics.tap'].input)).toBe(
      [
        '{',
        '  code: string /^[BCDFHJKLMNPRSTVWZ]{6}$/',
        '  host: integer (0 to 11)[] (at most 5)',
        '  own: string /^[A-Za-z0-9_-]{86}$/[] (at most 5)',
        '}',
      ].join('\n'),
    )
    expect(notation(METHODS['contacts.tell'].input)).toContain('story?: string (1 to 140) | null')
  })
})

test('docs/errors.md and the table of errors are equal, either way', async () => {
  server = await serve()
  const text = readFileSync(new URL('../../../../docs/errors.md', import.meta.url), 'utf8')
  const rows = [...text.matchAll(/^\| `([^`]+)` \| (\d+) \| (.+?) \| (.+?) \|$/gm)]
  const written = rows.map(([, code, status, meaning, remedy]) => [code, Number(status), meaning, remedy])
  expect(written).toEqual(
    Object.entries(ERRORS).map(([code, { status, meaning, remedy }]) => [code, status, meaning, remedy]),
  )
})
