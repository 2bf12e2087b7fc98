import { observe } from '../../tcp/observer/observe'
import { CAPTURED, withParams } from '../../tcp/reasons'
import type { Side } from '../../trace/names'
import type { Connection, Reason, Trace, TraceNote, TraceSegment } from '../../trace/schema'
import type { DecodedPacket } from '../packet'
import { CapturedSegments } from '../to-segment'
import { CopyFilter } from './copies'
import type { CapturedPacket } from './format'
import { segmentIn } from './segment'
import { namesOf, type Place } from './survey'
import type { SeenConnection } from './tally'

/** Segments that a trace keeps of one connection; the rest is counted and said (invariant 10). */
const MOST_SEGMENTS = 200_000

/** A connection that was chosen, with where it is in the file. */
export interface Chosen {
  readonly connection: SeenConnection
  readonly place: Place
}

/** Picks the segments of the chosen connections out of a capture that is read again. */
export class Collector {
  private readonly found: readonly Found[]

  constructor(chosen: readonly Chosen[]) {
    const since = Math.min(...chosen.map(({ connection }) => connection.begins))
    this.found = chosen.map((one) => new Found(one, since))
  }

  add(packet: CapturedPacket): void {
    const segment = segmentIn(packet)
    if (typeof segment === 'string') return
    const { source, pair } = namesOf(segment)
    for (const one of this.found) {
      const { place } = one.chosen
      if (place.pair !== pair || packet.offset < place.from || packet.offset >= place.to) continue
      one.add(packet, segment, source === place.client ? 'client' : 'server')
    }
  }

  /** The chosen connections as a trace, with what a watcher can derive of each. @param startedAt - ISO 8601 */
  trace(startedAt?: string): Trace {
    return {
      version: 1,
      mode: 'captured',
      scenario: null,
      ...(startedAt === undefined ? {} : { startedAt }),
      connections: this.found.map((one) => one.connection()),
    }
  }
}

class Found {
  private readonly segments: TraceSegment[] = []
  private readonly reader = new CapturedSegments()
  private readonly copies = new CopyFilter()
  private left = 0

  /** @param since - when the trace's clock is 0, milliseconds on the capture's */
  constructor(
    readonly chosen: Chosen,
    private readonly since: number,
  ) {}

  add(captured: CapturedPacket, packet: DecodedPacket, from: Side): void {
    if (this.copies.isCopy(captured, packet)) return
    if (this.segments.length >= MOST_SEGMENTS) {
      this.left += 1
      return
    }
    // A hundredth of a microsecond is more than any capture's clock tells.
    const t = Math.round((captured.t - this.since) * 1e5) / 1e5
    this.segments.push(this.reader.add({ t, from, packet }))
  }

  connection(): Connection {
    const { id, client, server } = this.chosen.connection
    const { segments, states } = observe(this.segments)
    const isn = { client: this.reader.isn('client'), server: this.reader.isn('server') }
    return {
      id,
      client,
      server,
      observes: [],
      allowHalfOpen: { client: false, server: false },
      ...(isn.client === null || isn.server === null ? {} : { isn: { client: isn.client, server: isn.server } }),
      events: [],
      segments: [...segments],
      states: [...states],
      notes: this.notes(),
    }
  }

  private notes(): TraceNote[] {
    const { connection } = this.chosen
    const { opening, rolesKnown, copies } = connection
    const note = (kind: TraceNote['kind'], reason: Reason): TraceNote => ({ t: 0, kind, reason })
    return [
      ...(opening === 'before' ? [note('unknown', CAPTURED.begunBefore)] : []),
      ...(rolesKnown ? [] : [note('unknown', CAPTURED.rolesGuessed)]),
      ...(copies === 0 ? [] : [note('dropped', withParams(CAPTURED.copies, { count: copies }))]),
      ...(this.left === 0
        ? []
        : [note('dropped', withParams(CAPTURED.more, { kept: MOST_SEGMENTS, count: this.left }))]),
    ]
  }
}
