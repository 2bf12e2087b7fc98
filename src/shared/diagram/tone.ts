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
