/** What a service refuses: an error of the protocol's table, thrown through whatever lies between it and the funnel. */
import type { ErrorCode, WireError } from '@kith/protocol'

export class Refusal extends Error {
  readonly wire: WireError

  constructor(error: ErrorCode, details: Omit<WireError, 'error'> = {}) {
    super(error)
    this.name = 'Refusal'
    this.wire = { error, ...details }
  }
}
