/**
 * What parent and end say to each other over a plain byte stream: a 32-bit length, a byte that says what follows, and so
 * many bytes of it. Packets stay the bytes they are; everything else is JSON in UTF-8.
 */
export const FRAME = { packet: 1, control: 2, output: 3 } as const
export type FrameKind = (typeof FRAME)[keyof typeof FRAME]

export interface Frame {
  readonly kind: FrameKind
  readonly payload: Uint8Array
}

const HEAD = 5
/** No frame is longer: a packet is at most 64 KiB, and output is sent in pieces. */
export const MAX_FRAME = 1024 * 1024

const KINDS: ReadonlySet<number> = new Set(Object.values(FRAME))

/** Bytes of time before a packet: milliseconds on the system's monotonic clock, as a 64-bit float. */
const TIME = 8

export function encodeFrame(kind: FrameKind, payload: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(HEAD + payload.length)
  new DataView(bytes.buffer).setUint32(0, payload.length)
  bytes[4] = kind
  bytes.set(payload, HEAD)
  return bytes
}

/** A packet and when it was seen (milliseconds on the system's monotonic clock; 0 towards an end). */
export function encodePacketFrame(packet: Uint8Array, at: number): Uint8Array {
  const bytes = new Uint8Array(HEAD + TIME + packet.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, TIME + packet.length)
  bytes[4] = FRAME.packet
  view.setFloat64(HEAD, at)
  bytes.set(packet, HEAD + TIME)
  return bytes
}

/** The packet in a frame, not copied; null where the frame is too short to hold one. */
export function readPacketFrame(payload: Uint8Array): { readonly packet: Uint8Array; readonly at: number } | null {
  if (payload.length <= TIME) return null
  const at = new DataView(payload.buffer, payload.byteOffset).getFloat64(0)
  return { packet: payload.subarray(TIME), at }
}

/** Puts frames together again, however the stream cut them. */
export class FrameReader {
  #rest: Uint8Array = new Uint8Array(0)

  /** @returns the frames that are whole by now, or null where the bytes are none: nothing after them can be understood */
  push(chunk: Uint8Array): readonly Frame[] | null {
    const bytes = this.#rest.length === 0 ? chunk : join(this.#rest, chunk)
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const frames: Frame[] = []
    let at = 0
    while (bytes.length - at >= HEAD) {
      const length = view.getUint32(at)
      const kind = bytes[at + 4] ?? 0
      if (length > MAX_FRAME || !KINDS.has(kind)) return null
      if (bytes.length - at < HEAD + length) break
      frames.push({ kind: kind as FrameKind, payload: bytes.subarray(at + HEAD, at + HEAD + length) })
      at += HEAD + length
    }
    this.#rest = bytes.subarray(at)
    return frames
  }
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length)
  whole.set(first)
  whole.set(second, first.length)
  return whole
}
