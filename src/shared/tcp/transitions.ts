import { TCP_STATES, type TcpState } from '../trace/names'
import { abortResets, awaitsPeer, holdsText, isSynchronized } from './states'

/**
 * The one transition table (invariant 3): the endpoint looks its next state up here, the state diagram draws it and the
 * tests walk it. It is RFC 9293's Figure 5 with the transitions that the figure leaves out and §3.10 demands.
 */

/** What makes an endpoint change its state, in the RFC's words. */
export type TransitionEvent =
  | 'active OPEN'
  | 'passive OPEN'
  | 'SEND'
  | 'CLOSE'
  | 'CLOSE with unread data'
  | 'ABORT'
  | 'rcv SYN'
  | 'rcv SYN (passive OPEN)'
  | 'rcv SYN,ACK'
  | 'rcv ACK of SYN'
  | 'rcv ACK of FIN'
  | 'rcv FIN'
  | 'rcv FIN,ACK of FIN'
  | 'rcv RST'
  | 'rcv RST (passive OPEN)'
  | 'rcv data after CLOSE'
  | 'give up'
  | 'FIN-WAIT-2 timeout'
  | '2MSL timeout'
  | 'rcv SYN (two-way)'
  | 'rcv FIN (no TIME-WAIT)'
  | 'rcv ACK of FIN (no TIME-WAIT)'

/** What the endpoint does on the way. */
export interface Action {
  /** The segment that leaves, by the flags that the figure names; null: none. */
  readonly sends: 'SYN' | 'SYN,ACK' | 'ACK' | 'FIN' | 'RST' | null
  /** What becomes of the transmission control block. */
  readonly tcb: 'create' | 'delete' | null
}

export interface Transition {
  /** From state and event, in lower case and hyphens: `listen-rcv-syn`. */
  readonly id: string
  readonly from: TcpState
  readonly event: TransitionEvent
  readonly action: Action
  readonly to: TcpState
  readonly source: string
  /** A rule that a what-if breaks: never taken otherwise. */
  readonly counterfactual: boolean
}

const row = (
  from: TcpState,
  event: TransitionEvent,
  sends: Action['sends'],
  to: TcpState,
  source: string,
  counterfactual = false,
): Transition => ({
  id: `${from} ${event}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-$/, ''),
  from,
  event,
  action: { sends, tcb: from === 'CLOSED' ? 'create' : to === 'CLOSED' ? 'delete' : null },
  to,
  source,
  counterfactual,
})

const OPEN = 'RFC 9293 §3.10.1'
const CLOSE = 'RFC 9293 §3.10.4'
const ABORT = 'RFC 9293 §3.10.5'
const LISTENING = 'RFC 9293 §3.10.7.2'
const SYN_SENT = 'RFC 9293 §3.10.7.3'
const OTHER = 'RFC 9293 §3.10.7.4'
const TIMEOUT = 'RFC 9293 §3.10.8'
const HALF_DUPLEX = 'RFC 9293 §3.6.1; RFC 2525 §2.17'

const states = (test: (state: TcpState) => boolean): readonly TcpState[] => TCP_STATES.filter(test)
const forgetsSilently = (state: TcpState): boolean => state !== 'CLOSED' && !abortResets(state)

export const TRANSITIONS: readonly Transition[] = [
  row('CLOSED', 'active OPEN', 'SYN', 'SYN-SENT', OPEN),
  row('CLOSED', 'passive OPEN', null, 'LISTEN', OPEN),
  row('LISTEN', 'active OPEN', 'SYN', 'SYN-SENT', OPEN),
  row('LISTEN', 'SEND', 'SYN', 'SYN-SENT', 'RFC 9293 §3.10.2'),
  row('LISTEN', 'CLOSE', null, 'CLOSED', CLOSE),
  row('LISTEN', 'rcv SYN', 'SYN,ACK', 'SYN-RECEIVED', LISTENING),
  row('SYN-SENT', 'CLOSE', null, 'CLOSED', CLOSE),
  row('SYN-SENT', 'rcv SYN', 'SYN,ACK', 'SYN-RECEIVED', SYN_SENT),
  row('SYN-SENT', 'rcv SYN,ACK', 'ACK', 'ESTABLISHED', SYN_SENT),
  row('SYN-SENT', 'rcv RST', null, 'CLOSED', SYN_SENT),
  row('SYN-RECEIVED', 'rcv ACK of SYN', null, 'ESTABLISHED', OTHER),
  row('SYN-RECEIVED', 'CLOSE', 'FIN', 'FIN-WAIT-1', CLOSE),
  row('SYN-RECEIVED', 'rcv RST', null, 'CLOSED', OTHER),
  row('SYN-RECEIVED', 'rcv RST (passive OPEN)', null, 'LISTEN', OTHER),
  row('SYN-RECEIVED', 'rcv SYN (passive OPEN)', null, 'LISTEN', OTHER),
  row('ESTABLISHED', 'CLOSE', 'FIN', 'FIN-WAIT-1', CLOSE),
  row('ESTABLISHED', 'rcv FIN', 'ACK', 'CLOSE-WAIT', OTHER),
  row('FIN-WAIT-1', 'rcv ACK of FIN', null, 'FIN-WAIT-2', OTHER),
  row('FIN-WAIT-1', 'rcv FIN', 'ACK', 'CLOSING', OTHER),
  row('FIN-WAIT-1', 'rcv FIN,ACK of FIN', 'ACK', 'TIME-WAIT', 'RFC 9293 §3.3.2, note 2'),
  row('FIN-WAIT-2', 'rcv FIN', 'ACK', 'TIME-WAIT', OTHER),
  row('FIN-WAIT-2', 'FIN-WAIT-2 timeout', null, 'CLOSED', 'Linux tcp_fin_timeout'),
  row('CLOSE-WAIT', 'CLOSE', 'FIN', 'LAST-ACK', CLOSE),
  row('CLOSING', 'rcv ACK of FIN', null, 'TIME-WAIT', OTHER),
  row('LAST-ACK', 'rcv ACK of FIN', null, 'CLOSED', OTHER),
  row('TIME-WAIT', '2MSL timeout', null, 'CLOSED', TIMEOUT),
  ...states(isSynchronized).map((state) => row(state, 'rcv RST', null, 'CLOSED', OTHER)),
  ...states(abortResets).map((state) => row(state, 'ABORT', 'RST', 'CLOSED', ABORT)),
  ...states(forgetsSilently).map((state) => row(state, 'ABORT', null, 'CLOSED', ABORT)),
  ...states(awaitsPeer).map((state) => row(state, 'give up', null, 'CLOSED', `${TIMEOUT}; §3.8.3`)),
  ...states(holdsText).map((state) => row(state, 'CLOSE with unread data', 'RST', 'CLOSED', HALF_DUPLEX)),
  row('FIN-WAIT-1', 'rcv data after CLOSE', 'RST', 'CLOSED', HALF_DUPLEX),
  row('FIN-WAIT-2', 'rcv data after CLOSE', 'RST', 'CLOSED', HALF_DUPLEX),
  row('LISTEN', 'rcv SYN (two-way)', 'SYN,ACK', 'ESTABLISHED', 'counterfactual', true),
  row('FIN-WAIT-1', 'rcv FIN (no TIME-WAIT)', 'ACK', 'CLOSED', 'counterfactual', true),
  row('FIN-WAIT-2', 'rcv FIN (no TIME-WAIT)', 'ACK', 'CLOSED', 'counterfactual', true),
  row('CLOSING', 'rcv ACK of FIN (no TIME-WAIT)', null, 'CLOSED', 'counterfactual', true),
]

const BY_CAUSE: ReadonlyMap<string, Transition> = new Map(
  TRANSITIONS.map((transition) => [`${transition.from} ${transition.event}`, transition]),
)

/** The row for an event in a state, or null where the table has none: the event then changes no state. */
export function transitionFor(from: TcpState, event: TransitionEvent): Transition | null {
  return BY_CAUSE.get(`${from} ${event}`) ?? null
}
