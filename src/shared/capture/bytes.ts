/** Bytes as a capture file and a packet need them. */

/** Concatenates; the pieces stay untouched. */
export function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** The Internet checksum, RFC 1071: ones' complement of the ones' complement sum of 16-bit words. */
export function internetChecksum(...pieces: readonly Uint8Array[]): number {
  let sum = 0
  for (const piece of pieces) {
    for (let i = 0; i < piece.length; i += 2) {
      sum += ((piece[i] ?? 0) << 8) | (piece[i + 1] ?? 0)
      if (sum > 0xffff) sum = (sum & 0xffff) + 1
    }
  }
  return ~sum & 0xffff
}
