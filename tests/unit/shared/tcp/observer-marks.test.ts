import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { observe } from '@shared/tcp/observer/observe'
import { FLAGS, SIDES, type Flag, type Side } from '@shared/trace/names'
import type { SegmentOptions, TraceSegment } from '@shared/trace/schema'

interface Given {
  readonly t?: number
  readonly len?: number
  readonly window?: number
  readonly options?: SegmentOptions
}

/** A conversation as a watcher sees it: the client counts from 100, the server from 500. */
class Wire {
  private readonly segments: TraceSegment[] = []
  private t = 0

  sends(from: Side, flags: readonly Flag[], seq: number, ack: number | null, given: Given = {}): this {
    const { t = this.t + 1, len = 0, window = 1000, options } = given
    this.t = t
    const [own, peer] = from === 'client' ? [100, 500] : [500, 100]
    this.segments.push({
      n: this.segments.length + 1,
      t,
      from,
      flags: [...flags],
      seq,
      ack,
      relSeq: seq - own,
      relAck: ack === null ? null : ack - peer,
      len,
      window,
      provenance: 'captured',
      ...(options === undefined ? {} : { options }),
    })
    return this
  }

  shakesHands(): this {
    return this.sends('client', ['SYN'], 100, null)
      .sends('server', ['SYN', 'ACK'], 500, 101)
      .sends('client', ['ACK'], 101, 501, { t: 12 })
  }

  /** The marks of the last segment. */
  get marks(): readonly string[] {
    return observe(this.segments).segments.at(-1)?.marks ?? []
  }

  /** The code of the reason for which the last segment was sent. */
  get sent(): string | undefined {
    return observe(this.segments).segments.at(-1)?.why?.sent.code
  }
}

const open = (): Wire => new Wire().shakesHands()
const sendsData = (wire: Wire, seq: number, given: Given = {}): Wire =>
  wire.sends('client', ['PSH', 'ACK'], seq, 501, { len: 10, ...given })
const acks = (wire: Wire, ack: number, given: Given = {}): Wire => wire.sends('server', ['ACK'], 501, ack, given)

describe('the marks of a segment', () => {
  it('tells a retransmission by a timer from one by duplicate ACKs', () => {
    const late = sendsData(sendsData(open(), 101), 101, { t: 1000 })
    expect(late.marks).toEqual(['retransmission'])
    expect(late.sent).toBe('tcp.sent.retransmit-timeout')
    const wire = open()
    for (const seq of [101, 111, 121, 131]) sendsData(wire, seq)
    for (let i = 0; i < 3; i += 1) acks(wire, 101)
    expect(wire.marks).toEqual(['duplicate-ack'])
    expect(sendsData(wire, 101).marks).toEqual(['retransmission', 'fast-retransmission'])
    expect(wire.sent).toBe('tcp.sent.retransmit-fast')
  })

  it('calls one spurious whose every byte was acknowledged before', () => {
    expect(sendsData(acks(sendsData(open(), 101), 111), 101).marks).toEqual([
      'retransmission',
      'spurious-retransmission',
    ])
  })

  it('tells what comes late from what comes again', () => {
    const late = sendsData(sendsData(open(), 111), 101)
    expect(late.marks).toEqual(['out-of-order'])
    const gap = sendsData(open(), 111)
    expect(gap.marks).toEqual(['missed-before'])
    expect(sendsData(gap, 101, { t: 500 }).marks).toEqual(['retransmission'])
  })

  it('finds an acknowledgement of what was never seen', () => {
    expect(acks(open(), 121).marks).toEqual(['acks-missed'])
  })

  it('asks for outstanding data before it speaks of a duplicate ACK (RFC 5681 §2)', () => {
    expect(acks(acks(sendsData(open(), 101), 111), 111).marks).toEqual([])
  })

  it('follows a window to zero, probes of it, their answers and its opening', () => {
    const wire = acks(sendsData(open(), 101), 111, { window: 0 })
    expect(wire.marks).toEqual(['zero-window'])
    expect(sendsData(wire, 111, { len: 1 }).marks).toEqual(['zero-window-probe'])
    expect(acks(wire, 111, { window: 0 }).marks).toContain('zero-window-probe-ack')
    expect(acks(wire, 111, { window: 500 }).marks).toEqual(['window-update'])
  })

  it('sees that data takes all of the window', () => {
    const wire = acks(sendsData(open(), 101), 111, { window: 20 })
    expect(sendsData(sendsData(wire, 111), 121).marks).toEqual(['window-full'])
  })

  it('knows a keep-alive and its answer', () => {
    const wire = acks(sendsData(open(), 101), 111)
    expect(wire.sends('client', ['ACK'], 110, 501).marks).toEqual(['keep-alive'])
    expect(acks(wire, 111).marks).toEqual(['keep-alive-ack'])
  })

  it('reads SACK, and the duplicate that D-SACK reports', () => {
    const wire = sendsData(sendsData(open(), 101), 121)
    expect(acks(wire, 111, { options: { sack: [[121, 131]] } }).marks).toContain('sack')
    expect(acks(wire, 131, { options: { sack: [[101, 111]] } }).marks).toEqual(['sack', 'd-sack'])
  })

  it('sees a SYN or a RST that cannot be believed, and the challenge that answers it', () => {
    const syn = open().sends('client', ['SYN'], 9000, null)
    expect(syn.marks).toContain('half-open')
    expect(acks(syn, 101).marks).toEqual(['challenge-ack'])
    expect(syn.sent).toBe('tcp.sent.challenge-syn')
    const reset = open().sends('client', ['RST'], 150, null)
    expect(acks(reset, 101).marks).toEqual(['challenge-ack'])
    expect(reset.sent).toBe('tcp.sent.challenge-rst')
  })

  it('tells a refusal from a reset that ends a connection', () => {
    const refused = new Wire().sends('client', ['SYN'], 100, null).sends('server', ['RST', 'ACK'], 0, 101)
    expect(refused.marks).toEqual(['refused'])
    expect(refused.sent).toBe('tcp.sent.rst-closed')
    expect(open().sends('server', ['RST', 'ACK'], 501, 101).sent).toBe('tcp.sent.rst')
  })

  it('sees FINs that cross', () => {
    const wire = open().sends('client', ['FIN', 'ACK'], 101, 501).sends('server', ['FIN', 'ACK'], 501, 101)
    expect(wire.marks).toEqual(['simultaneous-close'])
  })

  it('never throws, whatever passes', () => {
    const anySegment = fc.record({
      t: fc.double({ noNaN: true, min: 0, max: 1e6 }),
      from: fc.constantFrom(...SIDES),
      flags: fc.subarray([...FLAGS]),
      seq: fc.integer({ min: 0, max: 0xffff_ffff }),
      ack: fc.option(fc.integer({ min: 0, max: 0xffff_ffff })),
      len: fc.nat(3000),
      window: fc.nat(0xffff),
    })
    fc.assert(
      fc.property(fc.array(anySegment, { maxLength: 30 }), (given) => {
        const segments = given.map((one, i): TraceSegment => ({
          ...one,
          n: i + 1,
          relSeq: one.seq,
          relAck: one.ack,
          provenance: 'captured',
        }))
        expect(observe(segments).segments).toHaveLength(segments.length)
      }),
      { numRuns: 500 },
    )
  })
})
