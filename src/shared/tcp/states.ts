import type { TcpState } from '../trace/names'

/** What holds in a state whatever else the endpoint knows (RFC 9293 §3.3.2, §3.10). */

const oneOf = (...states: readonly TcpState[]): ((state: TcpState) => boolean) => {
  const set: ReadonlySet<TcpState> = new Set(states)
  return (state) => set.has(state)
}

/** Both ends know each other's initial sequence number (RFC 9293 §3.5.2, group 3). */
export const isSynchronized = oneOf(
  'ESTABLISHED',
  'FIN-WAIT-1',
  'FIN-WAIT-2',
  'CLOSE-WAIT',
  'CLOSING',
  'LAST-ACK',
  'TIME-WAIT',
)

/** The peer still owes something: an answer to a SYN, an acknowledgement or a FIN. */
export const awaitsPeer = oneOf(
  'SYN-SENT',
  'SYN-RECEIVED',
  'ESTABLISHED',
  'FIN-WAIT-1',
  'FIN-WAIT-2',
  'CLOSE-WAIT',
  'CLOSING',
  'LAST-ACK',
)

/** SEND is a legal call; text waits where it can't go yet (§3.10.2). */
export const mayQueue = oneOf('SYN-SENT', 'SYN-RECEIVED', 'ESTABLISHED', 'CLOSE-WAIT')

/** New text may leave: the connection stands, and no FIN ends our direction. */
export const maySend = oneOf('ESTABLISHED', 'CLOSE-WAIT')

/** Text or a FIN may leave, be it for another time. */
export const mayTransmit = oneOf('ESTABLISHED', 'CLOSE-WAIT', 'FIN-WAIT-1', 'CLOSING', 'LAST-ACK')

/** Text that arrives is taken: the peer has not ended its direction (§3.10.7.4, seventh). */
export const mayReceive = oneOf('ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2')

/** Our FIN is out, the peer's has not come. */
export const awaitsFin = oneOf('FIN-WAIT-1', 'FIN-WAIT-2')

/** The peer's FIN has been taken. */
export const peerHasClosed = oneOf('CLOSE-WAIT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT')

/** The program may have text to read, and would lose it: a reset is news to it. */
export const holdsText = oneOf('ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSE-WAIT')

/** ABORT tells the peer by a reset; in the others it just forgets (§3.10.5). */
export const abortResets = oneOf('SYN-RECEIVED', 'ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSE-WAIT')
