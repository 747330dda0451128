/** `POST /api/<method>` for every method of the protocol. */
import type { TSchema, TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { METHODS, type MethodName, type Needs } from '@kith/protocol'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Handlers } from '../api/handler.ts'
import { Refusal } from '../services/refusal.ts'
import { badInput } from './broken-rule.ts'
import type { CallerReader, HttpCaller } from './caller.ts'
import { type BrokenRule, encoderOf, readerOf } from './declared.ts'
import type { Limits } from './limits.ts'
import { isOwnOrigin } from './origin.ts'

export interface MethodParts {
  readonly handlers: Partial<Handlers>
  readonly callerOf: CallerReader
  readonly limits: Limits
  readonly acceptedOrigins: readonly string[]
}

interface Method {
  readonly needs: Needs
  readonly input: TSchema
  readonly output: TSchema
}

/** What Fastify would call with types that a loop over all methods cannot keep; `Handlers` holds them. */
type AnyHandler = (input: unknown, caller: HttpCaller) => Promise<unknown>

const BODY_LIMIT = 32 * 1024
/** 10,000 tokens of 86 letters, their entries and stories. */
const BODY_LIMITS: Partial<Record<MethodName, number>> = { 'contacts.put': 1_500_000 }

export const addMethods = (app: FastifyInstance, parts: MethodParts): void => {
  const { callerOf, limits, acceptedOrigins } = parts
  const callers = new WeakMap<FastifyRequest, HttpCaller>()

  /** Before the body is read: nobody without the right to call makes the server read a megabyte. */
  const admit = (needs: Needs) => async (request: FastifyRequest, reply: FastifyReply) => {
    if (!isOwnOrigin(request.headers, acceptedOrigins)) throw new Refusal('wrong-origin')
    const caller = await callerOf(request, reply)
    await limits.call(caller)
    const wantsSession = needs === 'guest' || needs === 'host'
    if (wantsSession && caller.person === undefined) throw new Refusal('no-session')
    callers.set(request, caller)
  }

  const add = (name: MethodName, { needs, input, output }: Method) => {
    const handler = parts.handlers[name] as AnyHandler | undefined
    app.withTypeProvider<TypeBoxTypeProvider>().route({
      method: 'POST',
      url: `/api/${name}`,
      bodyLimit: BODY_LIMITS[name] ?? BODY_LIMIT,
      schema: { body: input, response: { 200: output } },
      validatorCompiler: ({ schema }) => readerOf(schema as TSchema) as never,
      serializerCompiler: ({ schema }) => encoderOf(schema as TSchema),
      schemaErrorFormatter: (broken) => new Refusal('bad-input', badInput(broken as unknown as BrokenRule[])),
      onRequest: admit(needs),
      handler: async (request, reply) => {
        if (handler === undefined) throw new Refusal('not-offered')
        reply.header('cache-control', 'no-store')
        return await handler(request.body, callers.get(request) as HttpCaller)
      },
    })
  }
  for (const [name, method] of Object.entries(METHODS)) add(name as MethodName, method)
}
