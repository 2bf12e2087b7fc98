import * as v from 'valibot'
import { simulate } from '@shared/tcp/simulate'
import { findScenario } from '@shared/scenario/catalogue'
import { traceSchema, type Trace } from '@shared/trace/schema'

/** Names that every object has, where a trace says why, how its numbers come about, what to note and what was switched off. */
export const CODES = ['constructor', 'toString', 'hasOwnProperty', 'valueOf'] as const

/** A whole simulated trace in which nothing is said by a code of ours, as a file from elsewhere may hold it. */
export function strangeTrace(): Trace {
  const [sent, ack, note, rule] = CODES
  const scenario = findScenario('basic-handshake')?.scenario
  const played = scenario && simulate(scenario)
  if (!played?.ok) throw new Error('the what-if did not run')
  const source = 'RFC 9293 §3.5'
  const strange = {
    ...played.value,
    counterfactual: [rule],
    connections: played.value.connections.map((connection) => ({
      ...connection,
      segments: connection.segments.map((segment) => ({
        ...segment,
        why: { sent: { code: sent, params: { constructor: 1 }, source }, ack: { code: ack, source } },
      })),
      notes: [{ t: 0, kind: 'bent', segment: 1, reason: { code: note, source } }],
    })),
  }
  return v.parse(traceSchema, JSON.parse(JSON.stringify(strange)))
}
