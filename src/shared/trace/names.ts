/** The vocabulary of a trace: the field's and Node's own names, never ours. */

export const SIDES = ['client', 'server'] as const
export type Side = (typeof SIDES)[number]

export const otherSide = (side: Side): Side => (side === 'client' ? 'server' : 'client')

/** Invariant 1: where a mark comes from. */
export const PROVENANCES = ['observed', 'inferred', 'captured', 'kernel', 'simulated'] as const
export type Provenance = (typeof PROVENANCES)[number]

/** RFC 9293 §3.1, in the order the header carries them; ECN's flags are left out, the lab never negotiates it. */
export const FLAGS = ['URG', 'ACK', 'PSH', 'RST', 'SYN', 'FIN'] as const
export type Flag = (typeof FLAGS)[number]

/** RFC 9293 §3.3.2, the eleven states. */
export const TCP_STATES = [
  'CLOSED',
  'LISTEN',
  'SYN-SENT',
  'SYN-RECEIVED',
  'ESTABLISHED',
  'FIN-WAIT-1',
  'FIN-WAIT-2',
  'CLOSE-WAIT',
  'CLOSING',
  'LAST-ACK',
  'TIME-WAIT',
] as const
export type TcpState = (typeof TCP_STATES)[number]

/**
 * What a segment is, seen from the wire. The words are those of the RFCs and of the tools that people compare with.
 *
 * - `retransmission`: it takes only numbers that its sender has used before
 * - `fast-retransmission`: at least two duplicate ACKs asked for it just before
 * - `spurious-retransmission`: all of it was acknowledged before it was sent again
 * - `out-of-order`: it fills a gap too soon to have been sent again
 * - `duplicate-ack`: RFC 5681 §2
 * - `partial-ack`: it acknowledges a part of what was outstanding when data was sent again
 * - `window-full`: its data takes all the room that the other end announced
 * - `challenge-ack`: it answers a SYN or RST that could not be believed
 * - `missed-before`: numbers before it were never seen; `acks-missed`: it acknowledges numbers that were never seen
 * - `half-open`: a SYN of an end that stood in a connection and has forgotten it
 */
export const MARKS = [
  'retransmission',
  'fast-retransmission',
  'spurious-retransmission',
  'out-of-order',
  'duplicate-ack',
  'partial-ack',
  'window-update',
  'zero-window',
  'window-full',
  'zero-window-probe',
  'zero-window-probe-ack',
  'keep-alive',
  'keep-alive-ack',
  'challenge-ack',
  'sack',
  'd-sack',
  'missed-before',
  'acks-missed',
  'simultaneous-open',
  'simultaneous-close',
  'refused',
  'half-open',
  'time-wait-assassination',
] as const
export type Mark = (typeof MARKS)[number]

/** Events that Node's `net.Server` and `net.Socket` fire (Node documentation, module `net`). */
export const NODE_EVENTS = [
  'listening',
  'connection',
  'lookup',
  'connect',
  'ready',
  'data',
  'drain',
  'timeout',
  'end',
  'finish',
  'close',
  'error',
] as const

/** Calls the program made on them; a trace writes them with the prefix `call:`. */
export const CALLS = [
  'listen',
  'connect',
  'write',
  'end',
  'destroy',
  'resetAndDestroy',
  'pause',
  'resume',
  'setNoDelay',
  'setKeepAlive',
  'close',
] as const

export type NodeEventName = (typeof NODE_EVENTS)[number]
export type CallName = `call:${(typeof CALLS)[number]}`
export type TraceEventName = NodeEventName | CallName

export const TRACE_EVENT_NAMES: readonly TraceEventName[] = [
  ...NODE_EVENTS,
  ...CALLS.map((name): CallName => `call:${name}`),
]
