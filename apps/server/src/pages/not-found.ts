/** What a person reads at an address that is nothing. */
import type { FastifyReply } from 'fastify'
import { PLAIN_POLICY, plainHtml } from './plain.ts'

const HTML = plainHtml(
  'Kith: nothing here',
  `<main>
<h1>There is nothing at this address.</h1>
<p>Perhaps a letter is missing. A room has a code of six letters: you can type it at <a href="/">the Door</a>.</p>
</main>`,
)

export const sendNotFound = (reply: FastifyReply): FastifyReply =>
  reply
    .code(404)
    .headers({ 'content-security-policy': PLAIN_POLICY, 'cache-control': 'no-store' })
    .type('text/html; charset=utf-8')
    .send(HTML)
