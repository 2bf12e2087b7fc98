import type { Fault } from '../../scenario/schema'
import type { Side } from '../../trace/names'
import { ACK, flagBits, PSH, sameFlags } from '../../trace/flags'
import type { Segment } from '../types'

/** What happens to one copy of a segment on its way. */
export interface Journey {
  /** Ms until it arrives; null: it is lost. */
  readonly takes: number | null
  /** The network made this copy. */
  readonly copy: boolean
}

export interface PathOptions {
  /** One-way delay in ms, and how much more it may be. */
  readonly delay: number
  readonly jitter: number
  readonly faults: readonly Fault[]
}

/** How much later than its turn a reordered segment arrives when the fault does not say, ms. */
const REORDERED_BY = 25
const DUPLICATED_BY = 10

/**
 * The network between the two ends. Segments of one direction stay in order unless a fault says otherwise: jitter delays,
 * it does not overtake.
 */
export class Path {
  private readonly matches: number[]
  private readonly latest: Record<Side, number> = { client: 0, server: 0 }

  constructor(
    private readonly options: PathOptions,
    private readonly random: () => number,
  ) {
    this.matches = options.faults.map(() => 0)
  }

  /** Decides what becomes of a segment sent now; the first journey is the original's. */
  send(from: Side, segment: Segment, now: number): readonly Journey[] {
    const { delay, jitter, faults } = this.options
    let takes: number | null = delay + (jitter > 0 ? jitter * this.random() : 0)
    let overtaken = false
    const copies: Journey[] = []
    for (let i = 0; i < faults.length; i += 1) {
      const fault = faults[i]
      if (fault === undefined || !this.strikes(fault, i, from, segment)) continue
      if (fault.do === 'drop') takes = null
      else if (fault.do === 'duplicate')
        copies.push({ takes: (takes ?? delay) + (fault.by ?? DUPLICATED_BY), copy: true })
      else if (takes !== null) {
        takes += fault.by ?? REORDERED_BY
        overtaken = true
      }
    }
    if (takes !== null && !overtaken) takes = this.inOrder(from, now, takes)
    return copies.length === 0 ? [{ takes, copy: false }] : [{ takes, copy: false }, ...copies]
  }

  private inOrder(from: Side, now: number, takes: number): number {
    const arrives = Math.max(now + takes, this.latest[from])
    this.latest[from] = arrives
    return arrives - now
  }

  private strikes(fault: Fault, index: number, from: Side, segment: Segment): boolean {
    if (fault.from !== undefined && fault.from !== from) return false
    if (fault.flags !== undefined && !named(flagBits(fault.flags), segment.flags)) return false
    const nth = (this.matches[index] ?? 0) + 1
    this.matches[index] = nth
    if (fault.probability !== undefined) return this.random() < fault.probability
    return fault.nth === undefined || fault.nth === nth
  }
}

/** `flags` name the segment: SYN is not SYN,ACK. PSH never tells segments apart; [] with text is written ["PSH"]. */
function named(wanted: number, flags: number): boolean {
  if (wanted === PSH || wanted === (PSH | ACK)) return (flags & PSH) !== 0
  return sameFlags(wanted, flags)
}
