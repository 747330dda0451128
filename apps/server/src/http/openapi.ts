/** The contract as OpenAPI 3.1, for whoever writes a client: made of the same table that the methods are served from. */
import { ERRORS, type ErrorCode, METHODS, type Needs, PROTOCOL_VERSION, WireErrorValue } from '@kith/protocol'

const json = (schema: unknown) => ({ 'application/json': { schema } })

const SESSION_COOKIE = 'session'

export const openApi = (publicUrl: URL, cookieName: string) => ({
  openapi: '3.1.0',
  info: {
    title: 'Kith',
    version: String(PROTOCOL_VERSION),
    description:
      'Methods are called with POST and a JSON object; a session travels as a cookie. Live events: see /api/docs.',
  },
  servers: [{ url: publicUrl.origin }],
  paths: Object.fromEntries(
    Object.entries(METHODS).map(([name, method]) => [`/api/${name}`, { post: operation(name, method) }]),
  ),
  components: {
    schemas: { Error: WireErrorValue },
    responses: Object.fromEntries(statuses().map(([status, codes]) => [`Error${status}`, errorResponse(codes)])),
    securitySchemes: { [SESSION_COOKIE]: { type: 'apiKey', in: 'cookie', name: cookieName } },
  },
})

interface Method {
  readonly needs: Needs
  readonly summary: string
  readonly input: unknown
  readonly output: unknown
}

const operation = (name: string, { needs, summary, input, output }: Method) => ({
  operationId: name,
  tags: [name.split('.')[0]],
  summary,
  security: SECURITY[needs],
  requestBody: { required: true, content: json(input) },
  responses: {
    200: { description: 'Done.', content: json(output) },
    ...Object.fromEntries(statuses().map(([status]) => [status, { $ref: `#/components/responses/Error${status}` }])),
  },
})

const withSession = { [SESSION_COOKIE]: [] }

/** 'makes': with or without a session; there is one afterwards. */
const SECURITY: Readonly<Record<Needs, readonly object[]>> = {
  nobody: [],
  makes: [{}, withSession],
  guest: [withSession],
  host: [withSession],
}

const statuses = (): [string, ErrorCode[]][] => {
  const codes = Object.keys(ERRORS) as ErrorCode[]
  const all = [...new Set(codes.map((code) => ERRORS[code].status))].sort((one, other) => one - other)
  return all.map((status) => [String(status), codes.filter((code) => ERRORS[code].status === status)])
}

const errorResponse = (codes: readonly ErrorCode[]) => ({
  description: codes.map((code) => `\`${code}\`: ${ERRORS[code].meaning}`).join(' '),
  content: json({ $ref: '#/components/schemas/Error' }),
})
