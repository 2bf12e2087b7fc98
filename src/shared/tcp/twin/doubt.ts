import type { Side } from '../../trace/names'
import type { Reason } from '../../trace/schema'
import { ACK } from '../../trace/flags'
import type { Endpoint, Sent } from '../types'
import type { Ledger } from './ledger'

const CARRIED: Reason = { code: 'twin.unknown.ack-carried', source: 'Linux tcp_send_delayed_ack' }
const ALONE: Reason = { code: 'twin.unknown.ack-alone', source: 'Linux tcp_send_delayed_ack' }

/**
 * Knows where the kernel's choice cannot be known. A delayed ACK goes out at the first tick of the kernel's clock after
 * its deadline, and no event tells where in the tick we are: an answer within that tick may come before or after it. The
 * model takes the middle, the likelier side of every gap, and says so.
 */
export class Doubt {
  /** A pure ACK that the timer sent, and until when an answer might have carried it. */
  readonly #fired: Record<Side, { readonly n: number; readonly until: number } | null> = { client: null, server: null }

  /** @param tick - the kernel's, milliseconds; 0 for one without */
  constructor(
    private readonly ledger: Ledger,
    private readonly tick: number,
  ) {}

  fork(ledger: Ledger): Doubt {
    const copy = new Doubt(ledger, this.tick)
    Object.assign(copy.#fired, this.#fired)
    return copy
  }

  /** When a delayed ACK with this earliest deadline goes out, as likely before as after. */
  likelyAt(deadline: number): number {
    return deadline + this.tick / 2
  }

  /** @param before - the endpoint before it sent this; its deadline was still running then */
  acknowledged(side: Side, before: Endpoint, { segment, why }: Sent, n: number, now: number): void {
    const deadline = before.delayedAckAt
    const pure = segment.len === 0 && segment.flags === ACK
    const fired = this.#fired[side]
    this.#fired[side] = null
    if (fired && !pure && now < fired.until) this.ledger.doubt(fired.n, this.#reason(ALONE))
    if (deadline === Infinity) return
    if (pure && why.sent.code.endsWith('ack-delayed')) this.#fired[side] = { n, until: deadline + this.tick }
    else if (!pure && now >= deadline && now < deadline + this.tick) this.ledger.doubt(n, this.#reason(CARRIED))
  }

  #reason(reason: Reason): Reason {
    return { ...reason, params: { tick: this.tick } }
  }
}
