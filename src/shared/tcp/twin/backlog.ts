import { ACK, FIN, PSH } from '../../trace/flags'
import { add } from '../seq'
import type { Flight } from './loopback'

/**
 * What arrives for a socket while its program is inside read(2) waits until that is over; neighbours become one, and are
 * acknowledged as one (Linux tcp_add_backlog).
 */
export class Backlog {
  #held: Flight | null = null
  #released = false

  /** @returns false when it has to be taken at once after all */
  holds(flight: Flight): boolean {
    if (this.#released) return false
    if (this.#held === null) this.#held = flight
    else if (continues(this.#held, flight)) this.#held = joined(this.#held, flight)
    else return false
    return true
  }

  release(): Flight | undefined {
    if (this.#held === null || this.#released) return undefined
    this.#released = true
    return this.#held
  }
}

const isData = ({ segment }: Flight): boolean => segment.len > 0 && (segment.flags & ~(ACK | PSH | FIN)) === 0

const continues = (held: Flight, next: Flight): boolean =>
  isData(held) &&
  isData(next) &&
  (held.segment.flags & FIN) === 0 &&
  add(held.segment.seq, held.segment.len) === next.segment.seq

const joined = (held: Flight, next: Flight): Flight => ({
  ...next,
  segment: {
    ...next.segment,
    seq: held.segment.seq,
    len: held.segment.len + next.segment.len,
    flags: held.segment.flags | next.segment.flags,
  },
})
