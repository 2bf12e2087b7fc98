import { SIDES, type Side } from '../../trace/names'
import type { Connection } from '../../trace/schema'
import { createEndpoint } from '../endpoint'
import { adjust, LINUX_LOOPBACK, PROFILES, type Profile } from '../profile'
import type { Endpoint } from '../types'
import { Ledger, MAX_SEGMENTS } from './ledger'
import { Loopback } from './loopback'
import { makePlan } from './plan'
import { BEFORE, Play } from './play'

export interface TwinOptions {
  /** How the implementation fills the RFC's freedoms; Linux on loopback unless told otherwise. */
  readonly profile?: 'rfc' | 'linux'
}

/** How long after the last event the kernels' timers are followed, milliseconds: a delayed ACK still comes. */
const AFTERMATH = 250
const MSS_V6 = 65_536 - 20 - 40

/** A connection that is being played on the model, from its first event to any later one. */
export class Run {
  private constructor(
    readonly connection: Connection,
    private readonly play: Play,
    private readonly wire: Loopback,
    private readonly ledger: Ledger,
  ) {}

  /** Both ends as they stand before the first event. */
  static begin(connection: Connection, options: TwinOptions): Run {
    const chosen = profileOf(options.profile ?? 'linux', connection)
    const { tick } = chosen.parameters
    const profile: Profile = { ...chosen, ticksKnown: false }
    const isn = connection.isn ?? { client: 0, server: 0 }
    const plan = makePlan(connection)
    const ledger = new Ledger(isn, SIDES.find((side) => !plan.observes[side]) ?? null)
    // When a program that is not ours writes is known only by what arrives, so nothing of that is held back any more.
    const end = (side: Side): Endpoint => createEndpoint({ profile, iss: isn[side], noDelay: !plan.observes[side] })
    const wire = new Loopback({ client: end('client'), server: end('server') }, ledger, tick)
    const begin = connection.events[0]?.t ?? 0
    wire.advance(Math.max(0, plan.observes.client ? begin : begin - BEFORE))
    ledger.starts('client', wire.now, 'CLOSED')
    const listens = plan.outcome !== 'refused' && plan.listen === null
    ledger.starts('server', wire.now, listens ? 'LISTEN' : 'CLOSED')
    if (listens) wire.listen()
    wire.unanswered = plan.outcome === 'silent'
    return new Run(connection, new Play(connection, plan, wire, ledger), wire, ledger)
  }

  get played(): number {
    return this.play.played
  }

  /** Plays the first `end` events, those already played excepted. */
  until(end: number): this {
    this.play.run(end)
    return this
  }

  /** A run that goes on from here by itself, with a connection whose events so far are the same. */
  fork(connection: Connection): Run {
    const ledger = this.ledger.fork()
    const wire = this.wire.fork(ledger)
    return new Run(connection, this.play.fork(connection, wire, ledger), wire, ledger)
  }

  /** Plays what is left and lets the kernels' timers run out. */
  finish(): Connection {
    const { connection, ledger, wire } = this.until(this.connection.events.length)
    wire.advance(wire.now + AFTERMATH)
    if (wire.omitted > 0) {
      const params = { segments: wire.omitted, kept: MAX_SEGMENTS }
      ledger.note({ t: wire.now, kind: 'dropped', reason: { code: 'twin.dropped', params, source: 'Handshake Lab' } })
    }
    return { ...connection, segments: ledger.segments, states: ledger.states, notes: ledger.notes }
  }
}

/** Loopback's MTU is 65536, of which IPv4 can use 65535, less the headers of TCP and IPv6. */
function profileOf(name: 'rfc' | 'linux', { client, server }: Connection): Profile {
  const v6 = [client, server].some((end) => end?.address.includes(':'))
  const mss = v6 ? MSS_V6 : LINUX_LOOPBACK.parameters.mss
  return adjust(name === 'linux' ? LINUX_LOOPBACK : PROFILES.rfc, { mss })
}
