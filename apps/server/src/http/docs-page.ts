/** `/api/docs`: the contract to read, made of the tables of the protocol. */
import { CLOSE, ClientMessage, ERRORS, METHODS, type Needs, ServerMessage } from '@kith/protocol'
import { escapeHtml, plainHtml } from '../pages/plain.ts'
import { notation } from './notation.ts'

const NEEDS: Readonly<Record<Needs, string>> = {
  nobody: 'No session is needed.',
  makes: 'Without a session one is made.',
  guest: 'Needs a session.',
  host: 'Needs the session of a host of the room.',
}

export const docsPage = (): string =>
  plainHtml('Kith: methods', [INTRODUCTION, ...Object.entries(METHODS).map(methodPart), LIVE, errorPart()].join('\n'))

const INTRODUCTION = `<h1>Methods</h1>
<p>Each is called as <code>POST /api/&lt;name&gt;</code> with a JSON object
(<code>content-type: application/json</code>) and answers with one. A session travels as a cookie. Bytes are base64url
without padding, times Unix seconds. For programs: <a href="/api/openapi.json">OpenAPI 3.1</a>.</p>`

interface Method {
  readonly needs: Needs
  readonly summary: string
  readonly input: unknown
  readonly output: unknown
}

const methodPart = ([name, { needs, summary, input, output }]: [string, Method]): string =>
  `<h3 id="${name}"><code>${name}</code></h3>
<p>${escapeHtml(summary)} <span class="soft">${NEEDS[needs]}</span></p>
${schemaPart('Takes', input)}
${schemaPart('Answers', output)}`

const schemaPart = (title: string, schema: unknown): string =>
  `<p class="soft">${title}</p><pre>${escapeHtml(notation(schema))}</pre>`

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string => {
  const row = (tag: string, cells: readonly string[]) =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`
  return `<table>${row('th', heads)}${rows.map((cells) => row('td', cells)).join('')}</table>`
}

const LIVE = `<h2 id="live">The live socket</h2>
<p><code>GET /live</code> is a WebSocket with JSON messages. The first is <code>hello</code>, within ten seconds; a device
that comes back says which epoch and event it had, and gets what it missed, or one <code>state</code> that replaces all.</p>
${schemaPart('A device says', ClientMessage)}
${schemaPart('The server says', ServerMessage)}
<p class="soft">Why a socket closes</p>
${table(
  ['code', 'reason', 'try again'],
  Object.entries(CLOSE).map(([reason, { code, retry }]) => [String(code), reason, retry ? 'yes' : 'no']),
)}`

const errorPart = (): string =>
  `<h2 id="errors">Errors</h2>
${table(
  ['error', 'status', 'meaning', 'what to do'],
  Object.entries(ERRORS).map(([code, { status, meaning, remedy }]) => [code, String(status), meaning, remedy]),
)}`
