import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEndpoint } from '@shared/tcp/endpoint'
import { ACK, FIN, SYN } from '@shared/trace/flags'
import { Clock } from '@shared/tcp/network/clock'
import { Pair, type Observer } from '@shared/tcp/network/pair'
import { Path } from '@shared/tcp/network/path'
import { randomFrom } from '@shared/random'
import { adjust, PROFILES } from '@shared/tcp/profile'
import { add, distance, gt } from '@shared/tcp/seq'
import type { Fault } from '@shared/scenario/schema'
import { otherSide, SIDES, type Side } from '@shared/trace/names'
import { print } from './script'

/** Two programs over a network that loses, doubles, delays and reorders, but in the end delivers. */

const RUNS = 2000

interface Plan {
  readonly seed: number
  readonly profiles: Record<Side, 'rfc' | 'linux'>
  readonly iss: Record<Side, number>
  readonly bytes: Record<Side, number>
  readonly chunk: number
  readonly buffer: number
  readonly noDelay: boolean
  readonly loss: number
  readonly duplication: number
  readonly reordering: number
  readonly jitter: number
  /** Faults stop after so many segments: the network eventually delivers. */
  readonly until: number
}

const name = fc.constantFrom('rfc' as const, 'linux' as const)
const both = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<Record<Side, T>> =>
  fc.record({ client: arbitrary, server: arbitrary })

const plans: fc.Arbitrary<Plan> = fc.record({
  seed: fc.nat(0xffff_ffff),
  profiles: both(name),
  iss: both(fc.oneof(fc.nat(0xffff_ffff), fc.integer({ min: 0xffff_f000, max: 0xffff_ffff }))),
  bytes: both(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12_000 }))),
  chunk: fc.integer({ min: 250, max: 9000 }),
  buffer: fc.integer({ min: 600, max: 65_535 }),
  noDelay: fc.boolean(),
  loss: fc.double({ min: 0, max: 0.3, noNaN: true }),
  duplication: fc.double({ min: 0, max: 0.3, noNaN: true }),
  reordering: fc.double({ min: 0, max: 0.3, noNaN: true }),
  jitter: fc.integer({ min: 0, max: 50 }),
  until: fc.integer({ min: 0, max: 200 }),
})

interface Outcome {
  readonly states: Record<Side, string>
  readonly received: Record<Side, number>
  /** Every segment: time, sender, numbers relative to the ISNs. */
  readonly log: readonly string[]
  readonly absolute: readonly string[]
}

/** However long the bad luck lasts, nobody gives up before the network delivers. */
const PATIENT = {
  sendBuffer: 1_000_000,
  synRetries: 1000,
  synAckRetries: 1000,
  dataRetries: 1000,
  userTimeout: Infinity,
  msl: 50_000_000,
}

function play(plan: Plan): Outcome {
  const clock = new Clock()
  const random = randomFrom(plan.seed)
  const faults: Fault[] = [
    { do: 'drop', probability: plan.loss },
    { do: 'duplicate', probability: plan.duplication, by: 7 },
    { do: 'reorder', probability: plan.reordering, by: 31 },
  ]
  const faulty = new Path({ delay: 10, jitter: plan.jitter, faults }, random)
  const sound = new Path({ delay: 10, jitter: 0, faults: [] }, random)
  let sentSoFar = 0
  const path = {
    send: (...args: Parameters<Path['send']>) => {
      sentSoFar += 1
      return (sentSoFar <= plan.until ? faulty : sound).send(...args)
    },
  } as Path
  const end = (side: Side) =>
    createEndpoint({
      profile: adjust(PROFILES[plan.profiles[side]], { ...PATIENT, receiveBuffer: plan.buffer }),
      iss: plan.iss[side],
      noDelay: plan.noDelay,
    })
  const log: string[] = []
  const absolute: string[] = []
  const received: Record<Side, number> = { client: 0, server: 0 }
  const highest: Record<Side, number | null> = { client: null, server: null }
  const closed: Record<Side, boolean> = { client: false, server: false }

  const observer: Observer = {
    admits: () => true,
    sent(from, { segment, why }) {
      const own = pair.ends[from]
      const peer = pair.ends[otherSide(from)]
      log.push(
        `${clock.now} ${from} ${segment.flags} ${distance(segment.seq, plan.iss[from])} ${
          (segment.flags & ACK) === 0 ? '-' : distance(segment.ack, plan.iss[otherSide(from)])
        } ${segment.len} ${segment.window} ${why.sent.code} ${why.ack?.code}`,
      )
      absolute.push(print(segment))
      // Nothing is acknowledged that has not been received.
      if (own.state !== 'SYN-SENT' && own.state !== 'CLOSED' && distance(peer.sndNxt, own.rcvNxt) < 0)
        throw new Error(`${from} acknowledges what was never sent`)
      // Nothing goes beyond the window, but the one byte of a probe.
      const probe = why.sent.code === 'tcp.sent.window-probe'
      const last = add(segment.seq, segment.len + ((segment.flags & FIN) !== 0 ? 1 : 0))
      if (segment.len > 0 && !probe && (segment.flags & SYN) === 0) {
        const edge = highest[otherSide(from)]
        if (edge !== null && gt(last, edge)) throw new Error(`${from} sends beyond the window`)
      }
      if (own.state !== 'SYN-SENT') highest[from] = own.rcvEdge
      return 1
    },
    worked(side, output) {
      for (const notice of output.notices) {
        if (notice.kind === 'established') start(side)
        else if (notice.kind === 'data') read(side)
        else if (notice.kind === 'reset' || notice.kind === 'refused' || notice.kind === 'timeout')
          throw new Error(`${side}: ${notice.kind}`)
      }
    },
  }
  const pair = new Pair(clock, path, end('client'), end('server'), observer)

  function start(side: Side): void {
    for (let left = plan.bytes[side]; left > 0; left -= plan.chunk)
      pair.input(side, { kind: 'send', bytes: Math.min(left, plan.chunk), push: true })
    if (!closed[side]) pair.input(side, { kind: 'close', stillReads: true })
    closed[side] = true
  }
  /** The program reads a little later than the data comes. */
  function read(side: Side): void {
    clock.at(clock.now + 5, {
      run() {
        const { rcvUnread } = pair.ends[side]
        received[side] += rcvUnread
        if (rcvUnread > 0) pair.input(side, { kind: 'receive', bytes: rcvUnread })
      },
    })
  }

  pair.input('server', { kind: 'open', mode: 'passive' })
  pair.input('client', { kind: 'open', mode: 'active' })
  for (let i = 0; i < 100_000 && clock.tick(); i += 1);
  return { states: { client: pair.ends.client.state, server: pair.ends.server.state }, received, log, absolute }
}

describe('two endpoints over any network that eventually delivers', () => {
  it('deliver every byte once and in order, and both end in CLOSED', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { states, received } = play(plan)
        expect(states).toEqual({ client: 'CLOSED', server: 'CLOSED' })
        for (const side of SIDES) expect(received[side]).toBe(plan.bytes[otherSide(side)])
      }),
      { numRuns: RUNS },
    )
  })

  it('behave the same wherever the numbers wrap', () => {
    fc.assert(
      fc.property(plans, both(fc.integer({ min: 0xffff_0000, max: 0xffff_ffff })), (plan, wrapping) => {
        const low = play({ ...plan, iss: { client: 1000, server: 5000 } })
        expect(play({ ...plan, iss: wrapping }).log).toEqual(low.log)
      }),
      { numRuns: RUNS },
    )
  })

  it('replay a seed to the byte', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        expect(play(plan)).toEqual(play(plan))
      }),
      { numRuns: RUNS },
    )
  })
})
