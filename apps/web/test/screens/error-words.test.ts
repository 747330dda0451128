import { ERRORS, type ErrorCode } from '@kith/protocol'
import { describe, expect, it } from 'vitest'
import { errorWords } from '../../src/client/error-words.ts'
import type { CallError } from '../../src/client/result.ts'

const codes = [...Object.keys(ERRORS), 'offline'] as (ErrorCode | 'offline')[]

describe('errors as people read them', () => {
  it.each(codes)('%s says what happened and what to do or what was kept, in plain words', (error) => {
    const text = errorWords({ error } as CallError)
    expect(text.match(/[.!?](?= |$)/g)?.length ?? 0).toBeGreaterThanOrEqual(2)
    expect(text).not.toMatch(/\b(users?|session|token|server|request|invalid|error|node|network error|match)\b/i)
    expect(text).not.toContain(error)
  })

  it('says how long to wait, as people say it', () => {
    const wait = (retryAfter: number) => errorWords({ error: 'too-much', retryAfter })
    expect(wait(20)).toContain('in 20 seconds')
    expect(wait(60)).toContain('in a minute')
    expect(wait(300)).toContain('in 5 minutes')
  })

  it('tells what to tell when something went wrong at Kith', () => {
    expect(errorWords({ error: 'internal', id: 'a3f9' })).toContain('a3f9')
  })
})
