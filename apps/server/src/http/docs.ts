/** The contract, for programs and for people. */
import type { FastifyInstance } from 'fastify'
import { PLAIN_POLICY } from '../pages/plain.ts'
import { docsPage } from './docs-page.ts'
import { openApi } from './openapi.ts'

export const addDocs = (app: FastifyInstance, publicUrl: URL, cookieName: string): void => {
  const contract = JSON.stringify(openApi(publicUrl, cookieName), null, 2)
  const page = docsPage()
  app.get('/api/openapi.json', (_request, reply) =>
    reply.header('cache-control', 'no-cache').type('application/json; charset=utf-8').send(contract),
  )
  app.get('/api/docs', (_request, reply) =>
    reply
      .headers({ 'cache-control': 'no-cache', 'content-security-policy': PLAIN_POLICY })
      .type('text/html; charset=utf-8')
      .send(page),
  )
}
