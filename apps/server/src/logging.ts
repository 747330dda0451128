/**
 * The one place where loggers are made. Two nets keep people out of the log: what is personal says itself what may be
 * written of it (`forLogging`), and a sink hides whatever looks like it all the same (redaction.ts).
 */
import { type DestinationStream, destination, type Logger, pino, stdSerializers } from 'pino'
import type { LogLevel } from './config.ts'
import { redactLine } from './redaction.ts'

export type { Logger } from 'pino'

/** A value that knows what a log may say of it. */
export interface ForLogging {
  forLogging(): string
}

/** Stands for something personal in a log line: its kind is written, and nothing else is kept. */
export function personal(kind: string): ForLogging {
  return { forLogging: () => `[${kind}]` }
}

export interface LoggerOptions {
  readonly level: LogLevel
  /** Standard output unless given. */
  readonly stream?: DestinationStream
}

export function createLogger({ level, stream = destination(1) }: LoggerOptions): Logger {
  const sink: DestinationStream = { write: (line) => stream.write(redactLine(line)) }
  return pino(
    {
      level,
      // Neither the machine's name nor the process number says anything to whoever reads it.
      base: null,
      serializers: { err: stdSerializers.err, error: stdSerializers.err, req: requestForLogging, res: replyForLogging },
      formatters: { log: (details) => spoken(details) as Record<string, unknown> },
    },
    sink,
  )
}

/** As much of a request as may be logged: its route, not the address that was asked for. */
interface LoggableRequest {
  readonly id?: unknown
  readonly method?: string
  readonly routeOptions?: { readonly url?: string | undefined }
}

function requestForLogging({ id, method, routeOptions }: LoggableRequest) {
  return { id, method, route: routeOptions?.url ?? 'unknown' }
}

function replyForLogging({ statusCode }: { readonly statusCode?: number }) {
  return { status: statusCode }
}

const DEEPEST = 5

/** Lets values speak for themselves, however deep; bytes have nothing to say. */
function spoken(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Error) return value
  if (speaks(value)) return value.forLogging()
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`
  if (value instanceof Map || value instanceof Set) return `[${value.size} of them]`
  if (depth === DEEPEST) return '[deeper]'
  if (Array.isArray(value)) return value.map((one) => spoken(one, depth + 1))
  // Requests, sockets and the like go to their serializers as they are.
  if (Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, spoken(one, depth + 1)]))
}

function speaks(value: object): value is ForLogging {
  return typeof (value as Partial<ForLogging>).forLogging === 'function'
}
