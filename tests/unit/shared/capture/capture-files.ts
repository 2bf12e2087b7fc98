/** Writers of capture files in every form that the formats allow, for the tests of the readers. */

export interface Given {
  /** Nanoseconds since 1970. */
  readonly time: bigint
  readonly bytes: Uint8Array
  readonly originalLength?: number
}

export interface Form {
  readonly littleEndian: boolean
  readonly nanoseconds: boolean
  readonly linkType: number
}

const words = (littleEndian: boolean, ...values: readonly number[]): Uint8Array => {
  const bytes = new Uint8Array(values.length * 4)
  const view = new DataView(bytes.buffer)
  values.forEach((value, i) => view.setUint32(i * 4, value >>> 0, littleEndian))
  return bytes
}

const halves = (littleEndian: boolean, ...values: readonly number[]): Uint8Array => {
  const bytes = new Uint8Array(values.length * 2)
  const view = new DataView(bytes.buffer)
  values.forEach((value, i) => view.setUint16(i * 2, value, littleEndian))
  return bytes
}

export const joined = (...pieces: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(pieces.flatMap((piece) => [...piece]))

const padded = (bytes: Uint8Array): Uint8Array => joined(bytes, new Uint8Array((4 - (bytes.length % 4)) % 4))

export function pcapFile({ littleEndian: le, nanoseconds, linkType }: Form, packets: readonly Given[]): Uint8Array {
  const header = joined(
    words(le, nanoseconds ? 0xa1b23c4d : 0xa1b2c3d4),
    halves(le, 2, 4),
    words(le, 0, 0, 262_144, linkType),
  )
  const unit = nanoseconds ? 1n : 1000n
  return joined(
    header,
    ...packets.map(({ time, bytes, originalLength = bytes.length }) => {
      const seconds = Number(time / 1_000_000_000n)
      const ticks = Number((time % 1_000_000_000n) / unit)
      return joined(words(le, seconds, ticks, bytes.length, originalLength), bytes)
    }),
  )
}

export function block(le: boolean, type: number, body: Uint8Array): Uint8Array {
  const whole = padded(body)
  return joined(words(le, type, whole.length + 12), whole, words(le, whole.length + 12))
}

export const option = (le: boolean, code: number, value: Uint8Array): Uint8Array =>
  joined(halves(le, code, value.length), padded(value))

export const section = (le: boolean, version = 1): Uint8Array =>
  block(le, 0x0a0d0d0a, joined(words(le, 0x1a2b3c4d), halves(le, version, 0), words(le, 0xffffffff, 0xffffffff)))

/** @param resolution - if_tsresol as the file has it; left out, times are microseconds */
export function networkBlock(le: boolean, linkType: number, resolution?: number, snapLength = 0): Uint8Array {
  const options =
    resolution === undefined ? new Uint8Array(0) : joined(option(le, 9, Uint8Array.of(resolution)), words(le, 0))
  return block(le, 1, joined(halves(le, linkType, 0), words(le, snapLength), options))
}

/** @param ticks - time in the unit of the interface */
export function packetBlock(le: boolean, network: number, ticks: bigint, bytes: Uint8Array, comment = ''): Uint8Array {
  const text = new TextEncoder().encode(comment)
  const options = text.length === 0 ? new Uint8Array(0) : joined(option(le, 1, text), words(le, 0))
  const time = [Number(ticks >> 32n), Number(ticks & 0xffff_ffffn)]
  return block(le, 6, joined(words(le, network, ...time, bytes.length, bytes.length), padded(bytes), options))
}

export function pcapngFile({ littleEndian: le, nanoseconds, linkType }: Form, packets: readonly Given[]): Uint8Array {
  const unit = nanoseconds ? 1n : 1000n
  return joined(
    section(le),
    networkBlock(le, linkType, nanoseconds ? 9 : undefined),
    ...packets.map(({ time, bytes }) => packetBlock(le, 0, time / unit, bytes)),
  )
}
