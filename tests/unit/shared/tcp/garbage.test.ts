import fc from 'fast-check'
import { describe, it } from 'vitest'
import { step } from '@shared/tcp/endpoint'
import { add, distance } from '@shared/tcp/seq'
import { TRANSITIONS } from '@shared/tcp/transitions'
import type { Endpoint, Segment, Step } from '@shared/tcp/types'
import { TCP_STATES } from '@shared/trace/names'
import { IN_STATE } from './states'

/** Whatever arrives, an endpoint stays legal: the network is not to be trusted. */

const seq = (endpoint: Endpoint, near: number): fc.Arbitrary<number> =>
  fc.oneof(
    fc.nat(0xffff_ffff),
    fc.integer({ min: -70_000, max: 70_000 }).map((by) => add(near, by)),
    fc.constantFrom(near, add(near, 1), add(near, -1), endpoint.iss, endpoint.irs),
  )

const garbage = (endpoint: Endpoint): fc.Arbitrary<Segment> =>
  fc.record({
    seq: seq(endpoint, endpoint.rcvNxt),
    ack: seq(endpoint, endpoint.sndNxt),
    flags: fc.nat(0x3f),
    len: fc.oneof(fc.constant(0), fc.nat(65_535)),
    window: fc.nat(0xffff),
    mss: fc.option(fc.nat(65_535)),
    windowScale: fc.option(fc.nat(255)),
  })

const rows = new Map(TRANSITIONS.map((row) => [row.id, row]))

/** What is wrong with an endpoint; null when nothing is. One `expect` a segment would cost more than the model itself. */
function fault(endpoint: Endpoint): string | null {
  if (!TCP_STATES.includes(endpoint.state)) return `state ${endpoint.state}`
  if (distance(endpoint.sndNxt, endpoint.sndUna) < 0) return 'SND.NXT before SND.UNA'
  if (distance(endpoint.rcvEdge, endpoint.rcvNxt) < 0) return 'window ends before it begins'
  if (endpoint.rcvUnread < 0 || endpoint.rcvUnread > endpoint.rcvBuffer) return `${endpoint.rcvUnread} bytes unread`
  if (endpoint.reassembly.length > 1024) return 'reassembly without bound'
  return Number.isNaN(endpoint.rto + endpoint.cwnd) ? 'not a number' : null
}

/** Each row taken starts where the one before ended, and none belongs to a what-if. */
function wrongRow(before: Endpoint, { endpoint, output }: Step): string | null {
  let reached = before.state
  for (const { id, from, to } of output.transitions) {
    const row = rows.get(id)
    if (row?.from !== from || row.to !== to || row.counterfactual || from !== reached)
      return `row ${id} from ${reached}`
    reached = to
  }
  return reached === endpoint.state ? null : `${reached}, but the endpoint is in ${endpoint.state}`
}

describe('any garbage segment', () => {
  it.each(TCP_STATES)('leaves an endpoint in %s in a legal state', (state) => {
    const start = IN_STATE[state]()
    fc.assert(
      fc.property(fc.array(garbage(start), { minLength: 1, maxLength: 8 }), (segments) => {
        let endpoint = start
        let now = 1000
        for (const segment of segments) {
          now += 10
          const worked = step(Object.freeze(endpoint), { kind: 'segment', now, segment })
          const wrong = fault(worked.endpoint) ?? wrongRow(endpoint, worked)
          if (wrong !== null) throw new Error(wrong)
          endpoint = worked.endpoint
        }
      }),
      { numRuns: 2000 },
    )
  })
})
