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

export interface Transition {
  /** From state and event, in lower case and hyphens: `listen-rcv-syn`. */
  readonly id: string
  readonly from: TcpState
  readonly event: TransitionEvent
  /** What the endpoint does, in the figure's words; empty where it does nothing. */
  readonly action: string
  readonly to: TcpState
  readonly source: string
  /** A rule that a what-if breaks: never taken otherwise. */
  readonly counterfactual: boolean
}

const row = (
  from: TcpState,
  event: TransitionEvent,
  action: string,
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
  action,
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
  row('CLOSED', 'active OPEN', 'create TCB, snd SYN', 'SYN-SENT', OPEN),
  row('CLOSED', 'passive OPEN', 'create TCB', 'LISTEN', OPEN),
  row('LISTEN', 'active OPEN', 'snd SYN', 'SYN-SENT', OPEN),
  row('LISTEN', 'SEND', 'snd SYN', 'SYN-SENT', 'RFC 9293 §3.10.2'),
  row('LISTEN', 'CLOSE', 'delete TCB', 'CLOSED', CLOSE),
  row('LISTEN', 'rcv SYN', 'snd SYN,ACK', 'SYN-RECEIVED', LISTENING),
  row('SYN-SENT', 'CLOSE', 'delete TCB', 'CLOSED', CLOSE),
  row('SYN-SENT', 'rcv SYN', 'snd SYN,ACK', 'SYN-RECEIVED', SYN_SENT),
  row('SYN-SENT', 'rcv SYN,ACK', 'snd ACK', 'ESTABLISHED', SYN_SENT),
  row('SYN-SENT', 'rcv RST', 'delete TCB', 'CLOSED', SYN_SENT),
  row('SYN-RECEIVED', 'rcv ACK of SYN', '', 'ESTABLISHED', OTHER),
  row('SYN-RECEIVED', 'CLOSE', 'snd FIN', 'FIN-WAIT-1', CLOSE),
  row('SYN-RECEIVED', 'rcv RST', 'delete TCB', 'CLOSED', OTHER),
  row('SYN-RECEIVED', 'rcv RST (passive OPEN)', '', 'LISTEN', OTHER),
  row('SYN-RECEIVED', 'rcv SYN (passive OPEN)', '', 'LISTEN', OTHER),
  row('ESTABLISHED', 'CLOSE', 'snd FIN', 'FIN-WAIT-1', CLOSE),
  row('ESTABLISHED', 'rcv FIN', 'snd ACK', 'CLOSE-WAIT', OTHER),
  row('FIN-WAIT-1', 'rcv ACK of FIN', '', 'FIN-WAIT-2', OTHER),
  row('FIN-WAIT-1', 'rcv FIN', 'snd ACK', 'CLOSING', OTHER),
  row('FIN-WAIT-1', 'rcv FIN,ACK of FIN', 'snd ACK', 'TIME-WAIT', 'RFC 9293 §3.3.2, note 2'),
  row('FIN-WAIT-2', 'rcv FIN', 'snd ACK', 'TIME-WAIT', OTHER),
  row('FIN-WAIT-2', 'FIN-WAIT-2 timeout', 'delete TCB', 'CLOSED', 'Linux tcp_fin_timeout'),
  row('CLOSE-WAIT', 'CLOSE', 'snd FIN', 'LAST-ACK', CLOSE),
  row('CLOSING', 'rcv ACK of FIN', '', 'TIME-WAIT', OTHER),
  row('LAST-ACK', 'rcv ACK of FIN', 'delete TCB', 'CLOSED', OTHER),
  row('TIME-WAIT', '2MSL timeout', 'delete TCB', 'CLOSED', TIMEOUT),
  ...states(isSynchronized).map((state) => row(state, 'rcv RST', 'delete TCB', 'CLOSED', OTHER)),
  ...states(abortResets).map((state) => row(state, 'ABORT', 'snd RST', 'CLOSED', ABORT)),
  ...states(forgetsSilently).map((state) => row(state, 'ABORT', 'delete TCB', 'CLOSED', ABORT)),
  ...states(awaitsPeer).map((state) => row(state, 'give up', 'delete TCB', 'CLOSED', `${TIMEOUT}; §3.8.3`)),
  ...states(holdsText).map((state) => row(state, 'CLOSE with unread data', 'snd RST', 'CLOSED', HALF_DUPLEX)),
  row('FIN-WAIT-1', 'rcv data after CLOSE', 'snd RST', 'CLOSED', HALF_DUPLEX),
  row('FIN-WAIT-2', 'rcv data after CLOSE', 'snd RST', 'CLOSED', HALF_DUPLEX),
  row('LISTEN', 'rcv SYN (two-way)', 'snd SYN,ACK', 'ESTABLISHED', 'counterfactual', true),
  row('FIN-WAIT-1', 'rcv FIN (no TIME-WAIT)', 'snd ACK', 'CLOSED', 'counterfactual', true),
  row('FIN-WAIT-2', 'rcv FIN (no TIME-WAIT)', 'snd ACK', 'CLOSED', 'counterfactual', true),
  row('CLOSING', 'rcv ACK of FIN (no TIME-WAIT)', '', 'CLOSED', 'counterfactual', true),
]

const BY_CAUSE: ReadonlyMap<string, Transition> = new Map(
  TRANSITIONS.map((transition) => [`${transition.from} ${transition.event}`, transition]),
)

/** The row for an event in a state, or null where the table has none: the event then changes no state. */
export function transitionFor(from: TcpState, event: TransitionEvent): Transition | null {
  return BY_CAUSE.get(`${from} ${event}`) ?? null
}
