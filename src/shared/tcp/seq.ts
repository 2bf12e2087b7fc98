/**
 * Sequence numbers: unsigned 32-bit, arithmetic modulo 2^32 (RFC 9293 §3.4). Comparisons are of the signed distance, so
 * they are right across the wrap as long as two numbers are less than 2^31 apart.
 */
export type Seq = number

/** `seq + n` modulo 2^32; `n` may be negative. */
export const add = (seq: Seq, n: number): Seq => (seq + n) >>> 0

/** How far `a` is ahead of `b`: negative when behind, in -2^31 .. 2^31-1. */
export const distance = (a: Seq, b: Seq): number => (a - b) | 0

export const lt = (a: Seq, b: Seq): boolean => ((a - b) | 0) < 0
export const le = (a: Seq, b: Seq): boolean => ((a - b) | 0) <= 0
export const gt = (a: Seq, b: Seq): boolean => ((a - b) | 0) > 0
export const ge = (a: Seq, b: Seq): boolean => ((a - b) | 0) >= 0

/** The later of two. */
export const latest = (a: Seq, b: Seq): Seq => (gt(a, b) ? a : b)
