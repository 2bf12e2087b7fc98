import type { Reason } from '../trace/schema'
import type { TcpState } from '../trace/names'
import type { Profile } from './profile'
import type { Seq } from './seq'
import type { Deadlines, TimerName } from './endpoint/timers'

/**
 * The words of the core: what goes into an endpoint and what comes out. All of it is plain data; all times are
 * milliseconds of a clock that the caller injects.
 */

/** One segment on the wire. Contents are not modelled: a byte is known by its sequence number. */
export interface Segment {
  readonly seq: Seq
  /** Meaningful when the ACK bit is set, otherwise 0. */
  readonly ack: Seq
  /** Control bits, see trace/flags.ts. */
  readonly flags: number
  /** Bytes of text; SYN and FIN not counted. */
  readonly len: number
  /** The 16-bit field as the header carries it. */
  readonly window: number
  /** The MSS and window scale options; null where the segment does not carry them. */
  readonly mss: number | null
  readonly windowScale: number | null
}

/** Why a segment was sent now, and why it acknowledges what it does; `ack` is null where ACK is not set. */
export interface Why {
  readonly sent: Reason
  readonly ack: Reason | null
}

export interface Sent {
  readonly segment: Segment
  readonly why: Why
  readonly retransmission: boolean
  /** What was acknowledged before: the left side of the equation `ackFrom + what arrived = ack`. */
  readonly ackFrom: Seq
  /** The sender has drawn no initial sequence number: it refuses a connection that it has none of its own for. */
  readonly unnumbered?: true
}

/** The user calls of RFC 9293 §3.9.1, an arriving segment, or a timer that went off. */
export type EndpointInput =
  | { readonly kind: 'open'; readonly now: number; readonly mode: 'active' | 'passive' }
  | { readonly kind: 'send'; readonly now: number; readonly bytes: number; readonly push: boolean }
  | { readonly kind: 'receive'; readonly now: number; readonly bytes: number }
  /**
   * CLOSE: nothing more to send. `stillReads` true is the half-close of RFC 9293 §3.6.1 (`shutdown`, Node's `end`);
   * false is `close(2)`, Node's `destroy`: unread or later data is answered by a reset (RFC 2525 §2.17).
   */
  | { readonly kind: 'close'; readonly now: number; readonly stillReads: boolean }
  | { readonly kind: 'abort'; readonly now: number }
  /** The socket's switches: `setNoDelay` (Nagle off) and `setKeepAlive`. */
  | { readonly kind: 'configure'; readonly now: number; readonly noDelay?: boolean; readonly keepAlive?: boolean }
  | { readonly kind: 'segment'; readonly now: number; readonly segment: Segment }
  | { readonly kind: 'timer'; readonly now: number; readonly name: TimerName }

/** What the program is told. */
export type Notice =
  | { readonly kind: 'established' }
  /** `bytes` more can be read. */
  | { readonly kind: 'data'; readonly bytes: number }
  /** The peer's FIN has come, after all of its data. */
  | { readonly kind: 'peer-closed' }
  /** Our FIN has been acknowledged. */
  | { readonly kind: 'close-acknowledged' }
  /** At least half of the send buffer is free again; `sendRoom` says how much. */
  | { readonly kind: 'writable' }
  /** The peer reset the connection (ECONNRESET), or refused it (ECONNREFUSED). */
  | { readonly kind: 'reset' }
  | { readonly kind: 'refused' }
  /** Given up: retransmissions exhausted, USER TIMEOUT or keep-alive unanswered (ETIMEDOUT). */
  | { readonly kind: 'timeout'; readonly reason: Reason }
  /** The connection is gone: state CLOSED. */
  | { readonly kind: 'closed' }

/** A row of the transition table that was taken. */
export interface TransitionTaken {
  /** Its `id` in TRANSITIONS. */
  readonly id: string
  readonly from: TcpState
  readonly to: TcpState
}

/** RFC 9293 §3.10's error answers to user calls; the endpoint is then unchanged. */
export type EndpointErrorCode =
  | 'connection-already-exists'
  | 'connection-does-not-exist'
  | 'connection-closing'
  | 'insufficient-resources'
  | 'connection-illegal'

export interface EndpointError {
  readonly code: EndpointErrorCode
  readonly reason: Reason
}

export interface EndpointOutput {
  /** In order of sending. */
  readonly segments: readonly Sent[]
  readonly notices: readonly Notice[]
  /** Usually none or one; two when one segment carries both the ACK of our SYN and a FIN. */
  readonly transitions: readonly TransitionTaken[]
  /** Why an arriving segment, or a part of it, was not taken; null when all was well. */
  readonly dropped: Reason | null
  /** Null when the call was legal. */
  readonly error: EndpointError | null
}

/** A run of bytes that arrived ahead of their turn: `[start, end)`, and whether a FIN follows them. */
export interface Range {
  readonly start: Seq
  readonly end: Seq
  readonly fin: boolean
}

/** What an endpoint is made with. */
export interface EndpointOptions {
  readonly profile: Profile
  /** The initial sequence number: unpredictable (RFC 9293 §3.4.1), so the caller draws it. */
  readonly iss: Seq
  readonly noDelay?: boolean
  readonly keepAlive?: boolean
  /** Counterfactual rules; all false in every real run. */
  readonly rules?: Partial<Rules>
}

/** Rules of TCP that a what-if breaks on purpose (scenario `counterfactual`). */
export interface Rules {
  readonly twoWayHandshake: boolean
  readonly noTimeWait: boolean
  readonly isnAlwaysZero: boolean
  readonly noAckForFin: boolean
}

/** What stays the same over an endpoint's life. */
export interface EndpointConfig {
  readonly profile: Profile
  readonly iss: Seq
  readonly rules: Rules
}

/**
 * The transmission control block (RFC 9293 §3.3.1), flat so that a copy is one allocation.
 */
export interface Endpoint extends Deadlines {
  readonly config: EndpointConfig
  readonly state: TcpState
  /** Opened by a passive OPEN: a reset in SYN-RECEIVED then returns to LISTEN. */
  readonly passive: boolean
  /** The program still reads; false after a full close. */
  readonly reads: boolean
  readonly noDelay: boolean
  readonly keepAlive: boolean

  // Send side
  readonly iss: Seq
  /** Our SYN has been acknowledged: SND.UNA is past the ISS for good, however far numbers wrap. */
  readonly synAcknowledged: boolean
  readonly sndUna: Seq
  /** SND.NXT: one past the highest number ever sent. */
  readonly sndNxt: Seq
  /** Where transmission goes on: SND.NXT, except after a timeout, when it goes back to SND.UNA. */
  readonly sndCursor: Seq
  /** Usable size of the peer's window in bytes, scaled. */
  readonly sndWnd: number
  readonly sndWl1: Seq
  readonly sndWl2: Seq
  /** The largest window the peer ever offered (sender's silly-window avoidance, RFC 9293 §3.8.6.2.1). */
  readonly sndWndMax: number
  readonly sndScale: number
  /** Both SYNs offered window scaling (RFC 7323 §2.2). */
  readonly scaling: boolean
  /** Bytes of text a segment may carry: the peer's MSS less what options take. */
  readonly sndMss: number
  /** One past the last byte the program handed over. */
  readonly sndEnd: Seq
  /** Bytes before this number were pushed. */
  readonly sndPush: Seq
  /** End of the last segment sent that was smaller than the MSS (Minshall's variant of Nagle's rule). */
  readonly sndSmall: Seq
  /** CLOSE was called: a FIN follows the last byte, with sequence number `sndEnd`. */
  readonly finQueued: boolean

  // Receive side
  readonly irs: Seq
  readonly rcvNxt: Seq
  /** One past the last number we ever offered to take: the right edge of the window. */
  readonly rcvEdge: Seq
  readonly rcvScale: number
  readonly rcvBuffer: number
  readonly rcvUnread: number
  /** Linux: memory for received segments, bytes (sk_rcvbuf); 0 for a profile that counts text alone. See memory.ts. */
  readonly rcvMemory: number
  /** Text bytes of each segment that waits to be read, and how much of the first one has been. */
  readonly rcvQueue: readonly number[]
  readonly rcvEaten: number
  /** The part of memory that text can use, in 256ths, and the most that may be offered so far (rcv_ssthresh; 0: as at the start). */
  readonly rcvRatio: number
  readonly rcvThreshold: number
  /** The peer's FIN has been taken. */
  readonly finReceived: boolean
  /** Its place is next: all text before it came out of the reassembly queue. */
  readonly finAhead: boolean
  readonly reassembly: readonly Range[]
  /** What has moved RCV.NXT since the last acknowledgement. */
  readonly rcvMoved: 'nothing' | 'syn' | 'data' | 'fin' | 'data-fin'

  // Retransmission (RFC 6298) and congestion control (RFC 5681)
  readonly srtt: number | null
  readonly rttvar: number
  readonly rto: number
  /** Retransmissions of the oldest segment so far. */
  readonly retries: number
  /** The one segment being timed: an acknowledgement of `timedSeq` is a sample (Karn: never a retransmitted one). */
  readonly timedSeq: Seq | null
  readonly timedAt: number
  readonly cwnd: number
  readonly ssthresh: number
  readonly dupAcks: number
  /** The SYN had to be sent again: RFC 6298 §5.7 and RFC 5681 §3.1 then start more carefully. */
  readonly synRetransmitted: boolean
  /** SND.NXT when loss recovery began (RFC 6582 `recover`); null outside it. */
  readonly recover: Seq | null
  readonly persistShift: number
  readonly probes: number
  readonly heardAt: number
  readonly challengeAt: number

  // Acknowledgement policy (ack/rfc.ts, ack/linux.ts)
  /** RCV.NXT as last acknowledged. */
  readonly ackedUpTo: Seq
  /** Something arrived that is not acknowledged yet. */
  readonly ackScheduled: boolean
  /** Linux: small segments among it, counted to two (ICSK_ACK_PUSHED, PUSHED2). */
  readonly ackPushed: number
  /** Linux: quick acknowledgements left, interactive ("pingpong") mode, and the delayed-ACK time in ms. */
  readonly quickAcks: number
  readonly pingpong: boolean
  readonly ato: number
  /** The peer's full-sized segment, as far as it is known. */
  readonly rcvMss: number
  /** When data last came and went; -Infinity before any. */
  readonly dataReceivedAt: number
  readonly dataSentAt: number
}

export interface Step {
  readonly endpoint: Endpoint
  readonly output: EndpointOutput
}
