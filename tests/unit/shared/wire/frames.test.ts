import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  encodeFrame,
  encodePacketFrame,
  FRAME,
  FrameReader,
  MAX_FRAME,
  readPacketFrame,
  type Frame,
} from '@shared/wire/frames'

const frame = fc.record({
  kind: fc.constantFrom(...Object.values(FRAME)),
  payload: fc.uint8Array({ maxLength: 50 }),
})

describe('FrameReader', () => {
  it('gives back every frame, however the stream cut it', () => {
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 8 }), fc.integer({ min: 1, max: 40 }), (frames, piece) => {
        const stream = Uint8Array.from(frames.flatMap(({ kind, payload }) => [...encodeFrame(kind, payload)]))
        const reader = new FrameReader()
        const read: Frame[] = []
        for (let at = 0; at < stream.length; at += piece)
          read.push(...(reader.push(stream.subarray(at, at + piece)) ?? []))
        expect(read.map(({ kind, payload }) => ({ kind, payload: Uint8Array.from(payload) }))).toEqual(frames)
      }),
      { numRuns: 200 },
    )
  })

  it('refuses a kind it does not know and a length that no frame has', () => {
    expect(new FrameReader().push(Uint8Array.of(0, 0, 0, 1, 9, 0))).toBeNull()
    const long = new Uint8Array(5)
    new DataView(long.buffer).setUint32(0, MAX_FRAME + 1)
    long[4] = FRAME.packet
    expect(new FrameReader().push(long)).toBeNull()
  })

  it('never throws on random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        new FrameReader().push(bytes)
        readPacketFrame(bytes)
      }),
    )
  })
})

describe('a packet frame', () => {
  it('carries the packet and its time', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.double({ noNaN: true }), (packet, at) => {
        const [read] = new FrameReader().push(encodePacketFrame(packet, at)) ?? []
        expect(readPacketFrame(read?.payload ?? new Uint8Array())).toEqual({ packet, at })
      }),
    )
  })
})
