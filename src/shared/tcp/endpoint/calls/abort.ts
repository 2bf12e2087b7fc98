import { REFUSED, SENT } from '../../reasons'
import { emitAbort } from '../send/emit'
import { refuse, takeToClosed, type Tcb, type Turn } from '../turn'

const ANSWERED: ReadonlySet<Tcb['state']> = new Set([
  'SYN-RECEIVED',
  'ESTABLISHED',
  'FIN-WAIT-1',
  'FIN-WAIT-2',
  'CLOSE-WAIT',
])

/** ABORT (RFC 9293 §3.10.5): a reset where the peer still waits for something, and the TCB is gone. */
export function abort(t: Turn): void {
  if (t.tcb.state === 'CLOSED') return refuse(t, 'connection-does-not-exist', REFUSED.noConnection)
  if (ANSWERED.has(t.tcb.state)) emitAbort(t, SENT.rstAbort)
  takeToClosed(t, 'ABORT')
}
