import type { Connection } from '../../trace/schema'
import { MAX_SEGMENTS } from './ledger'
import { makePlan, type Plan } from './plan'
import { BEFORE, Play } from './play'
import { beginState, copyState, type ReplayState } from './state'

export interface TwinOptions {
  /** How the implementation fills the RFC's freedoms; Linux on loopback unless told otherwise. */
  readonly profile?: 'rfc' | 'linux'
}

/** A connection that is being played on the model, as far as it has been played. A value: nothing changes it. */
export interface Replay {
  readonly connection: Connection
  readonly plan: Plan
  readonly state: ReplayState
}

/** How long after the last event the kernels' timers are followed, milliseconds: a delayed ACK still comes. */
const AFTERMATH = 250

/** Before the first event. */
export function begin(connection: Connection, { profile = 'linux' }: TwinOptions): Replay {
  const plan = makePlan(connection)
  const state = beginState(connection, plan, profile)
  const { wire, ledger } = new Play(connection, plan, state)
  const first = connection.events[0]?.t ?? 0
  wire.advance(Math.max(0, plan.observes.client ? first : first - BEFORE))
  ledger.starts('client', wire.now, 'CLOSED')
  const listens = plan.outcome !== 'refused' && plan.listen === null
  ledger.starts('server', wire.now, listens ? 'LISTEN' : 'CLOSED')
  if (listens) wire.listen()
  state.wire.unanswered = plan.outcome === 'silent'
  return { connection, plan, state }
}

/** @param end - so many events are played then, counted from the first */
export function playUntil({ connection, plan, state: before }: Replay, end: number): Replay {
  const state = copyState(before)
  new Play(connection, plan, state).run(end)
  return { connection, plan, state }
}

/** Plays what is left, lets the kernels' timers run out, and answers the connection with all that was inferred. */
export function finish(replay: Replay): Connection {
  const { connection, plan, state } = playUntil(replay, replay.connection.events.length)
  const { wire, ledger } = new Play(connection, plan, state)
  wire.advance(wire.now + AFTERMATH)
  const { segments, states, notes, omitted } = state
  if (omitted.segments > 0) {
    const params = { segments: omitted.segments, kept: MAX_SEGMENTS }
    ledger.note({ t: wire.now, kind: 'dropped', reason: { code: 'twin.dropped', params, source: 'Handshake Lab' } })
  }
  return { ...connection, segments, states, notes }
}
