import type { Conversation } from './conversation'
import { now } from './clock'

/** How long the accepted socket of a client that is gone already may still turn up, milliseconds. */
const LATE = 1000

interface Expectation {
  readonly conversation: Conversation
  /** When the client's socket closed; the system may give its port to another program from then on. */
  closedAt: number | null
}

/**
 * Tells which accepted socket belongs to which client of ours: by the client's port, which no two sockets of one
 * address share. An accepted socket that nobody here expects is another program's.
 */
export class Expected {
  readonly #byPort = new Map<number, Expectation>()

  add(port: number, conversation: Conversation): void {
    const expectation: Expectation = { conversation, closedAt: null }
    this.#byPort.set(port, expectation)
    const client = conversation.end('client')
    if (client.ok) client.value.socket.once('close', () => (expectation.closedAt = now()))
  }

  take(port: number | undefined): Conversation | undefined {
    const expectation = port === undefined ? undefined : this.#byPort.get(port)
    if (port === undefined || !expectation) return undefined
    this.#byPort.delete(port)
    const late = expectation.closedAt !== null && now() - expectation.closedAt > LATE
    return late ? undefined : expectation.conversation
  }
}
