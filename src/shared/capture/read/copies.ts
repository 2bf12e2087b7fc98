import type { CapturedPacket } from './format'
import type { DecodedPacket } from '../packet'

/** How many segments back a copy is looked for, and how many milliseconds: two interfaces see a packet almost at once. */
const REMEMBERED = 16
const WITHIN = 10

interface Print {
  readonly t: number
  readonly network: number
  readonly id: number | null
  readonly seq: number
  readonly ack: number
  readonly checksum: number
  readonly flags: number
}

/**
 * Finds packets that a capture holds twice: on two interfaces, or on "any", which sees what is passed on come and go.
 * A packet counts as a copy of another where ports, numbers, flags and checksum are equal and the IP identification is too
 * (RFC 791 §3.1: a packet that is sent again gets another one), or where another interface saw it. Two equal
 * acknowledgements over IPv6 on one interface stay two: a receiver sends such.
 */
export class CopyFilter {
  private readonly prints: Print[] = []

  /** Whether this packet of the connection was seen before; a new one is remembered. */
  isCopy({ t, network }: CapturedPacket, { tcp, ip, checksum }: DecodedPacket): boolean {
    const id = ip.version === 4 && ip.id !== 0 ? ip.id : null
    const { seq, ack, flags } = tcp
    const print: Print = { t, network, id, seq, ack, flags, checksum }
    if (this.prints.some((other) => isSame(other, print))) return true
    this.prints.push(print)
    if (this.prints.length > REMEMBERED) this.prints.shift()
    return false
  }
}

const isSame = (a: Print, b: Print): boolean =>
  a.seq === b.seq &&
  a.ack === b.ack &&
  a.flags === b.flags &&
  a.checksum === b.checksum &&
  a.id === b.id &&
  (a.id !== null || a.network !== b.network) &&
  Math.abs(b.t - a.t) <= WITHIN
