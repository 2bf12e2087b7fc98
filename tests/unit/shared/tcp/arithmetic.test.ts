import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drain, insert } from '@shared/tcp/endpoint/arrive/reassembly'
import { FIN, flagBits, flagNames, sameFlags, sequenceLength, SYN } from '@shared/trace/flags'
import { nextTimer, NO_TIMERS, stopTimers, TIMERS } from '@shared/tcp/endpoint/timers'
import { Clock } from '@shared/tcp/network/clock'
import { SENT } from '@shared/tcp/reasons'
import { traceSegment } from '@shared/tcp/record'
import { add, distance, ge, gt, latest, le, lt } from '@shared/tcp/seq'
import type { Range } from '@shared/tcp/types'
import { FLAGS } from '@shared/trace/names'

const seq = fc.nat(0xffff_ffff)
const near = fc.integer({ min: 1, max: 0x7fff_ffff })

describe('sequence numbers (RFC 9293 §3.4)', () => {
  it('wrap at 2^32', () => {
    expect(add(0xffff_ffff, 1)).toBe(0)
    expect(add(0, -1)).toBe(0xffff_ffff)
    expect(distance(3, 0xffff_fffe)).toBe(5)
  })

  it('compare by distance, wherever they wrap', () => {
    fc.assert(
      fc.property(seq, near, (start, by) => {
        const later = add(start, by)
        expect(distance(later, start)).toBe(by)
        expect([lt(start, later), le(start, later), gt(later, start), ge(later, start)]).toEqual([
          true,
          true,
          true,
          true,
        ])
        expect([gt(start, later), ge(start, later), lt(later, start), le(later, start)]).toEqual([
          false,
          false,
          false,
          false,
        ])
        expect([le(start, start), ge(start, start), lt(start, start)]).toEqual([true, true, false])
        expect(latest(start, later)).toBe(later)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('flags', () => {
  it('go to bits and back', () => {
    fc.assert(
      fc.property(fc.subarray([...FLAGS]), (names) => {
        expect(new Set(flagNames(flagBits(names)))).toEqual(new Set(names))
      }),
    )
    expect(flagNames(flagBits(['ACK', 'SYN']))).toEqual(['SYN', 'ACK'])
  })

  it('are the same in whatever order they are named, and whether or not PSH is among them', () => {
    expect(sameFlags(['FIN', 'ACK', 'PSH'], ['ACK', 'FIN'])).toBe(true)
    expect(sameFlags(flagBits(['FIN', 'ACK']), ['ACK', 'FIN'])).toBe(true)
    expect(sameFlags(['FIN', 'ACK'], ['ACK'])).toBe(false)
  })
})

describe('SEG.LEN (RFC 9293 §3.4)', () => {
  it.each([
    [['ACK'], 0, 0],
    [['PSH', 'ACK'], 10, 10],
    [['SYN'], 0, 1],
    [['SYN', 'ACK'], 5, 6],
    [['FIN', 'ACK'], 5, 6],
    [['SYN', 'FIN', 'ACK'], 5, 7],
  ] as const)('of %s with %i bytes is %i', (flags, len, takes) => {
    expect(sequenceLength({ len, flags })).toBe(takes)
    expect(sequenceLength({ len, flags: flagBits(flags) })).toBe(takes)
  })

  it('puts the number after a stray SYN,FIN two beyond its text', () => {
    const segment = { seq: 100, ack: 0, flags: SYN | FIN, len: 3, window: 0, mss: null, windowScale: null }
    const sent = { segment, why: { sent: SENT.stale, ack: null }, retransmission: false, ackFrom: 0 }
    const isn = { own: 100, peer: null }
    const written = traceSegment({ n: 1, t: 0, from: 'client', sent, isn, scale: 0, provenance: 'simulated' })
    expect(written.why?.sent.params).toMatchObject({ seq: 0, next: 5 })
  })
})

describe('the seven timers', () => {
  const timers = Object.entries(TIMERS)

  it.each(timers)('%s is the next one where it runs alone', (name, field) => {
    expect(nextTimer({ ...NO_TIMERS, [field]: 5 })).toEqual({ name, at: 5 })
  })

  it('go off in order of time, and all stop together', () => {
    const running = Object.fromEntries(timers.map(([, field], index) => [field, 100 - index])) as typeof NO_TIMERS
    expect(nextTimer(running)).toEqual({ name: timers.at(-1)?.[0], at: 100 - timers.length + 1 })
    const stopped = { ...running }
    stopTimers(stopped)
    expect(nextTimer(stopped)).toBeNull()
  })
})

describe('reassembly', () => {
  it('gives back, from any order and overlap, exactly the bytes that reach without a gap', () => {
    const pieces = fc.array(fc.record({ at: fc.nat(60), len: fc.integer({ min: 1, max: 15 }) }), { maxLength: 12 })
    fc.assert(
      fc.property(seq, pieces, (start, list) => {
        let ranges: readonly Range[] = []
        const there = new Set<number>()
        for (const { at, len } of list) {
          const piece = { start: add(start, at + 1), end: add(start, at + 1 + len), fin: false }
          ranges = insert(ranges, piece) ?? ranges
          for (let i = at + 1; i < at + 1 + len; i += 1) there.add(i)
        }
        let reach = 1
        while (there.has(reach)) reach += 1
        expect(distance(drain(ranges, add(start, 1)).next, start)).toBe(reach)
        for (let i = 1; i < ranges.length; i += 1) expect(gt(ranges[i]?.start ?? 0, ranges[i - 1]?.end ?? 0)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the clock', () => {
  it('runs tasks in order of time, and equal times in the order they were set', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 60 }), (times) => {
        const clock = new Clock()
        const ran: [number, number][] = []
        times.forEach((time, index) => clock.at(time, { run: () => ran.push([time, index]) }))
        while (clock.tick());
        expect(ran).toEqual(times.map((time, index): [number, number] => [time, index]).sort((a, b) => a[0] - b[0]))
      }),
    )
  })
})
