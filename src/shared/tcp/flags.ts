import { FLAGS, type Flag } from '../trace/names'

/** The control bits as the header carries them (RFC 9293 §3.1): the core counts in bits, the trace writes names. */
export const FIN = 0x01
export const SYN = 0x02
export const RST = 0x04
export const PSH = 0x08
export const ACK = 0x10
export const URG = 0x20

const BITS: Readonly<Record<Flag, number>> = { URG, ACK, PSH, RST, SYN, FIN }

/** The names of the bits that are set, in the order SYN, FIN, RST, PSH, URG, ACK: as people say them. */
export function flagNames(bits: number): Flag[] {
  return SPOKEN.filter((name) => (bits & BITS[name]) !== 0)
}

const SPOKEN: readonly Flag[] = ['SYN', 'FIN', 'RST', 'PSH', 'URG', 'ACK']

export function flagBits(names: readonly Flag[]): number {
  return FLAGS.reduce((bits, name) => (names.includes(name) ? bits | BITS[name] : bits), 0)
}
