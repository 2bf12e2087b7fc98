import type { Result } from '@shared/result'
import type { Side } from '@shared/trace/names'
import type { WireOrigin } from '@shared/trace/schema'
import type { WireFault } from '@shared/wire/faults'
import type { FromEnd, ToEnd } from '@shared/wire/messages'

/** What an end tells whoever holds the wire. */
export interface EndListener {
  /** A packet that its kernel sent; good only until this returns. @param at - milliseconds on the monotonic clock */
  packet(bytes: Uint8Array, at: number): void
  message(message: FromEnd): void
  /** What a program of the reader's printed: 1 is its standard output, 2 its standard error. */
  output(stream: 1 | 2, bytes: Uint8Array): void
  /** It is gone without having been asked; nothing comes any more. */
  lost(fault: WireFault, detail: string): void
}

/** One end of a wire: a kernel, a card whose packets pass through us, and sockets on it. */
export interface WireEnd {
  readonly side: Side
  /** Lets a packet arrive there. Several in one turn of the event loop travel together. */
  deliver(packet: Uint8Array): void
  tell(message: ToEnd): void
  /** Ends it; settles once nothing of it is left. */
  close(): Promise<void>
}

/** What makes ends; network namespaces are the first of its kind. */
export interface EndMaker {
  readonly kind: WireOrigin['ends']
  open(side: Side, listener: EndListener): Promise<Result<WireEnd, WireFault>>
}

/** RFC 5737's TEST-NET-1 and RFC 3849: addresses that lead nowhere outside. */
export const ADDRESSES = {
  client: { ipv4: '192.0.2.1', ipv6: '2001:db8::1' },
  server: { ipv4: '192.0.2.2', ipv6: '2001:db8::2' },
} as const
