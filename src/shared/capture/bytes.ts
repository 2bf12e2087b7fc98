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

/** UTF-8 by RFC 3629; an unpaired surrogate becomes U+FFFD. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const read = character.codePointAt(0) ?? 0
    const code = read >= 0xd800 && read <= 0xdfff ? 0xfffd : read
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
    else {
      const [top, high] = [0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63)]
      bytes.push(top, high, 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
    }
  }
  return Uint8Array.from(bytes)
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
