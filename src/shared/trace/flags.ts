import { FLAGS, type Flag } from './names'

/**
 * The control bits of the header (RFC 9293 §3.1) and what follows from them. The core counts in bits, a trace writes
 * names; everything here takes either.
 */

export const FIN = 0x01
export const SYN = 0x02
export const RST = 0x04
export const PSH = 0x08
export const ACK = 0x10
export const URG = 0x20

export type Flags = number | readonly Flag[]

const BITS: Readonly<Record<Flag, number>> = { URG, ACK, PSH, RST, SYN, FIN }

const SPOKEN: readonly Flag[] = ['SYN', 'FIN', 'RST', 'PSH', 'URG', 'ACK']

/** The names of the flags that are set, in the order in which people say them: SYN, FIN, RST, PSH, URG, ACK. */
export function flagNames(flags: Flags): Flag[] {
  const bits = flagBits(flags)
  return SPOKEN.filter((name) => (bits & BITS[name]) !== 0)
}

export function flagBits(flags: Flags): number {
  if (typeof flags === 'number') return flags
  return FLAGS.reduce((bits, name) => (flags.includes(name) ? bits | BITS[name] : bits), 0)
}

/** Equal but for PSH, which says nothing about the connection (RFC 9293 §3.9.1.2). */
export const sameFlags = (a: Flags, b: Flags): boolean => (flagBits(a) & ~PSH) === (flagBits(b) & ~PSH)

/** SEG.LEN: the sequence numbers that a segment takes, one for each byte of text, one for SYN, one for FIN (RFC 9293 §3.4). */
export function sequenceLength({ len, flags }: { readonly len: number; readonly flags: Flags }): number {
  const bits = flagBits(flags)
  return len + ((bits & SYN) !== 0 ? 1 : 0) + ((bits & FIN) !== 0 ? 1 : 0)
}
