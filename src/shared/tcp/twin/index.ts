import type { Connection, Trace } from '../../trace/schema'
import { begin, finish, type TwinOptions } from './replay'

export { growingTwin } from './growing'
export type { TwinOptions } from './replay'

/**
 * What TCP must have done: plays the recorded calls and events on two model endpoints and writes down the segments and
 * states that follow. Pure: the same connection gives the same bytes. Where an event contradicts the model, the model is
 * bent to the event and a note says so; where no event can tell, the segment is marked unknown.
 *
 * @param connection - events with their real times; `observes` says which ends are ours, `isn` where numbers begin
 * @returns the same connection with `segments`, `states` and `notes` filled, all of provenance `inferred`
 */
export const twin = (connection: Connection, options: TwinOptions = {}): Connection =>
  finish(begin(connection, options))

/** The twin of every connection of a live run; what was captured needs no inference, and a simulated trace comes back as it is. */
export function twinTrace(trace: Trace): Trace {
  if (trace.mode !== 'live') return trace
  const options = trace.profile === undefined ? {} : { profile: trace.profile }
  return {
    ...trace,
    connections: trace.connections.map((connection) => (connection.wire ? connection : twin(connection, options))),
  }
}
