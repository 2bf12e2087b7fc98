import { ACK, FIN, PSH } from '../../trace/flags'
import { add } from '../seq'
import type { Segment } from '../types'

/**
 * What arrives for a socket while its program is inside read(2) waits until that is over; neighbours become one, and are
 * acknowledged as one (Linux tcp_add_backlog).
 */
export class Backlog<Arrival extends { readonly segment: Segment }> {
  #held: Arrival | null = null
  #released = false

  /** @returns false when it has to be taken at once after all */
  holds(arrival: Arrival): boolean {
    if (this.#released) return false
    if (this.#held === null) this.#held = arrival
    else if (continues(this.#held.segment, arrival.segment))
      this.#held = { ...arrival, segment: joined(this.#held.segment, arrival.segment) }
    else return false
    return true
  }

  release(): Arrival | undefined {
    if (this.#held === null || this.#released) return undefined
    this.#released = true
    return this.#held
  }
}

const isData = ({ len, flags }: Segment): boolean => len > 0 && (flags & ~(ACK | PSH | FIN)) === 0

const continues = (held: Segment, next: Segment): boolean =>
  isData(held) && isData(next) && (held.flags & FIN) === 0 && add(held.seq, held.len) === next.seq

const joined = (held: Segment, next: Segment): Segment => ({
  ...next,
  seq: held.seq,
  len: held.len + next.len,
  flags: held.flags | next.flags,
})
