import type { Address } from '@shared/trace/schema'
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
 * Tells which accepted socket belongs to which client of ours: by the client's address and port, which no two
 * sockets share. An accepted socket that nobody here expects is another program's.
 */
export class Expected {
  readonly #byAddress = new Map<string, Expectation>()

  constructor(private readonly clock: () => number = now) {}

  /** How many sockets are waited for. */
  get size(): number {
    return this.#byAddress.size
  }

  add(address: Address, conversation: Conversation): void {
    this.#forgetLate()
    const expectation: Expectation = { conversation, closedAt: null }
    this.#byAddress.set(keyOf(address), expectation)
    const unwatch = conversation.recording.watch(() => {
      if (conversation.recording.fired('client:close') === 0) return
      expectation.closedAt = this.clock()
      unwatch()
    })
  }

  take(address: Address | null): Conversation | undefined {
    const expectation = address === null ? undefined : this.#byAddress.get(keyOf(address))
    if (address === null || !expectation) return undefined
    this.#byAddress.delete(keyOf(address))
    return this.#isLate(expectation) ? undefined : expectation.conversation
  }

  /** Nobody accepts a client that was refused: what waits for it would keep its record for ever. Oldest first. */
  #forgetLate(): void {
    for (const [key, expectation] of this.#byAddress) {
      if (!this.#isLate(expectation)) return
      this.#byAddress.delete(key)
    }
  }

  #isLate({ closedAt }: Expectation): boolean {
    return closedAt !== null && this.clock() - closedAt > LATE
  }
}

const keyOf = ({ address, port }: Address): string => `${address} ${port}`
