/** TCP options as they stand in the header: RFC 9293 §3.2, RFC 7323 §2.2 and §3.2, RFC 2018 §2 and §3. */
export type TcpOption =
  | { readonly kind: 'nop' }
  /** RFC 9293 §3.7.1: the largest segment the sender of this option takes, bytes of data. */
  | { readonly kind: 'mss'; readonly value: number }
  /** RFC 7323 §2.2: bits by which the sender's window field is shifted. */
  | { readonly kind: 'window-scale'; readonly shift: number }
  | { readonly kind: 'sack-permitted' }
  /** RFC 2018 §3: ranges that arrived out of order, `[left edge, right edge)`, sequence numbers as the header has them. */
  | { readonly kind: 'sack'; readonly blocks: readonly SackBlock[] }
  | { readonly kind: 'timestamps'; readonly value: number; readonly echo: number }
  /** Any other option; `data` leaves out the kind and length bytes. */
  | { readonly kind: 'unknown'; readonly code: number; readonly data: Uint8Array }

export type SackBlock = readonly [left: number, right: number]

const END = 0
const NOP = 1
const MSS = 2
const WINDOW_SCALE = 3
const SACK_PERMITTED = 4
const SACK = 5
const TIMESTAMPS = 8

/** The longest list of options a header can hold, bytes: the data offset counts to 15 words. */
export const MAX_OPTION_BYTES = 40

function known(code: number, data: DataView): TcpOption | null {
  if (code === MSS && data.byteLength === 2) return { kind: 'mss', value: data.getUint16(0) }
  if (code === WINDOW_SCALE && data.byteLength === 1) return { kind: 'window-scale', shift: data.getUint8(0) }
  if (code === SACK_PERMITTED && data.byteLength === 0) return { kind: 'sack-permitted' }
  if (code === SACK && data.byteLength > 0 && data.byteLength % 8 === 0) {
    const blocks: SackBlock[] = []
    for (let at = 0; at < data.byteLength; at += 8) blocks.push([data.getUint32(at), data.getUint32(at + 4)])
    return { kind: 'sack', blocks }
  }
  if (code === TIMESTAMPS && data.byteLength === 8)
    return { kind: 'timestamps', value: data.getUint32(0), echo: data.getUint32(4) }
  return null
}

/**
 * Reads the bytes between the fixed header and the data. What follows the end of the list is padding and is left out.
 *
 * @returns `whole` false where an option claims more bytes than there are, or fewer than it needs: reading stops there
 */
export function decodeOptions(bytes: Uint8Array): { readonly options: readonly TcpOption[]; readonly whole: boolean } {
  const options: TcpOption[] = []
  for (let at = 0; at < bytes.length;) {
    const code = bytes[at] ?? END
    if (code === END) break
    if (code === NOP) {
      options.push({ kind: 'nop' })
      at += 1
      continue
    }
    const length = bytes[at + 1] ?? 0
    if (length < 2 || at + length > bytes.length) return { options, whole: false }
    const data = bytes.subarray(at + 2, at + length)
    const option = known(code, new DataView(data.buffer, data.byteOffset, data.byteLength))
    options.push(option ?? { kind: 'unknown', code, data: data.slice() })
    at += length
  }
  return { options, whole: true }
}

const word = (value: number): readonly number[] => [
  (value >>> 24) & 255,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
]

function optionBytes(option: TcpOption): readonly number[] {
  switch (option.kind) {
    case 'nop':
      return [NOP]
    case 'mss':
      return [MSS, 4, (option.value >> 8) & 255, option.value & 255]
    case 'window-scale':
      return [WINDOW_SCALE, 3, option.shift & 255]
    case 'sack-permitted':
      return [SACK_PERMITTED, 2]
    case 'sack':
      return [SACK, 2 + 8 * option.blocks.length, ...option.blocks.flatMap((edges) => edges.flatMap(word))]
    case 'timestamps':
      return [TIMESTAMPS, 10, ...word(option.value), ...word(option.echo)]
    case 'unknown':
      return [option.code, 2 + option.data.length, ...option.data]
  }
}

/**
 * The options as bytes, padded with zeros to a 32-bit boundary (RFC 9293 §3.1).
 *
 * @throws RangeError where they take more than the 40 bytes that a header has room for
 */
export function encodeOptions(options: readonly TcpOption[]): Uint8Array {
  const bytes = options.flatMap(optionBytes)
  if (bytes.length > MAX_OPTION_BYTES) throw new RangeError(`${bytes.length} bytes of options do not fit a TCP header`)
  const padded = new Uint8Array(Math.ceil(bytes.length / 4) * 4)
  padded.set(bytes)
  return padded
}
