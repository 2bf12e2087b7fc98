import type { Flag, TcpState } from '../trace/names'
import type { Tone } from './geometry'

/** RST outranks SYN, and SYN outranks FIN: the colour follows the flag that decides what happens. */
export function segmentTone(flags: readonly Flag[]): Tone {
  if (flags.includes('RST')) return 'rst'
  if (flags.includes('SYN')) return 'syn'
  if (flags.includes('FIN')) return 'fin'
  return 'data'
}

const STATE_TONES: Readonly<Record<TcpState, Tone>> = {
  CLOSED: 'idle',
  LISTEN: 'idle',
  'SYN-SENT': 'syn',
  'SYN-RECEIVED': 'syn',
  ESTABLISHED: 'ok',
  'FIN-WAIT-1': 'fin',
  'FIN-WAIT-2': 'fin',
  'CLOSE-WAIT': 'fin',
  CLOSING: 'fin',
  'LAST-ACK': 'fin',
  'TIME-WAIT': 'wait',
}

export const stateTone = (state: TcpState): Tone => STATE_TONES[state]

/**
 * How a state's bar is filled, so that states can be told apart without colour: thin while nothing is under way, striped
 * while an answer is awaited, half halfway, solid when established, barred in TIME-WAIT.
 */
export type Form = 'thin' | 'striped' | 'half' | 'solid' | 'barred'

const STATE_FORMS: Readonly<Record<TcpState, Form>> = {
  CLOSED: 'thin',
  LISTEN: 'thin',
  'SYN-SENT': 'striped',
  'SYN-RECEIVED': 'half',
  ESTABLISHED: 'solid',
  'FIN-WAIT-1': 'striped',
  'FIN-WAIT-2': 'half',
  'CLOSE-WAIT': 'half',
  CLOSING: 'striped',
  'LAST-ACK': 'striped',
  'TIME-WAIT': 'barred',
}

export const stateForm = (state: TcpState): Form => STATE_FORMS[state]
