import { SIDES, type Side } from '../../trace/names'
import type { Connection, Trace } from '../../trace/schema'
import { createEndpoint } from '../endpoint'
import type { Endpoint } from '../types'
import { adjust, LINUX_LOOPBACK, PROFILES, type Profile } from '../profile'
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

/**
 * What TCP must have done: plays the recorded calls and events on two model endpoints and writes down the segments and
 * states that follow. Pure: the same connection gives the same bytes. Where an event contradicts the model, the model is
 * bent to the event and a note says so; where no event can tell, the segment is marked unknown.
 *
 * @param connection - events with their real times; `observes` says which ends are ours, `isn` where numbers begin
 * @returns the same connection with `segments`, `states` and `notes` filled, all of provenance `inferred`
 */
export function twin(connection: Connection, options: TwinOptions = {}): Connection {
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
  ledger.starts('server', wire.now, plan.outcome === 'refused' ? 'CLOSED' : 'LISTEN')
  if (plan.outcome !== 'refused') wire.listen()
  wire.unanswered = plan.outcome === 'silent'
  new Play(connection, plan, wire, ledger).run()
  wire.advance(wire.now + AFTERMATH)
  if (wire.omitted > 0) {
    const params = { segments: wire.omitted, kept: MAX_SEGMENTS }
    ledger.note({ t: wire.now, kind: 'dropped', reason: { code: 'twin.dropped', params, source: 'Handshake Lab' } })
  }
  return { ...connection, segments: ledger.segments, states: ledger.states, notes: ledger.notes }
}

/** The twin of every connection of a live run; a simulated trace comes back as it is. */
export function twinTrace(trace: Trace): Trace {
  if (trace.mode !== 'live') return trace
  const options = trace.profile === undefined ? {} : { profile: trace.profile }
  return { ...trace, connections: trace.connections.map((connection) => twin(connection, options)) }
}

/** Loopback's MTU is 65536, of which IPv4 can use 65535, less the headers of TCP and IPv6. */
function profileOf(name: 'rfc' | 'linux', { client, server }: Connection): Profile {
  const v6 = [client, server].some((end) => end?.address.includes(':'))
  const mss = v6 ? MSS_V6 : LINUX_LOOPBACK.parameters.mss
  return adjust(name === 'linux' ? LINUX_LOOPBACK : PROFILES.rfc, { mss })
}
