/** One question to the one server that somebody named (DATA3): no cookies, no referrer, and a failure is a value. */

export type Problem =
  /** Nobody of that name is there. */
  | 'unknown-name'
  /** Its owner shows the list to nobody. */
  | 'hidden'
  /** The server shows lists only to those who have an account there. */
  | 'members-only'
  /** It was asked too often. */
  | 'busy'
  /** It does not answer, or not as such servers do. */
  | 'no-answer'

export type Asked<T> =
  | { readonly ok: true; readonly value: T; readonly next: string | undefined }
  | { readonly ok: false; readonly problem: Problem }

export interface AskOptions {
  /** Where servers are, `https://` before their names: a test has them on this machine. */
  readonly urlOf?: (server: string) => string
  readonly signal?: AbortSignal
  readonly onProgress?: (found: number) => void
}

const TIMEOUT_MS = 15_000

export const urlFor = ({ urlOf }: AskOptions, server: string): string => urlOf?.(server) ?? `https://${server}`

export const ask = async <T>(
  url: string,
  { signal }: AskOptions,
  isRight: (body: unknown) => body is T,
): Promise<Asked<T>> => {
  const timeout = AbortSignal.timeout(TIMEOUT_MS)
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    })
    if (!response.ok) return { ok: false, problem: problemOf(response.status, await response.text().catch(() => '')) }
    const body: unknown = await response.json()
    return isRight(body)
      ? { ok: true, value: body, next: nextPage(response.headers.get('link')) }
      : { ok: false, problem: 'no-answer' }
  } catch {
    return { ok: false, problem: 'no-answer' }
  }
}

/** Bluesky answers 400 for a name that is not there. */
const problemOf = (status: number, body: string): Problem => {
  if (status === 404 || status === 410 || (status === 400 && /not found|unable to resolve/i.test(body)))
    return 'unknown-name'
  if (status === 401 || status === 403) return 'members-only'
  if (status === 400 && /deactivated|suspended|takendown/i.test(body)) return 'unknown-name'
  return status === 429 ? 'busy' : 'no-answer'
}

/** RFC 8288: `<https://…>; rel="next", <https://…>; rel="prev"`. */
export const nextPage = (link: string | null): string | undefined =>
  [...(link ?? '').matchAll(/<([^>]*)>([^<]*)/g)].find(([, , parameters]) => /;\s*rel="?next"?/i.test(parameters!))?.[1]
