import { REFUSED, SENT } from '../../reasons'
import { abortResets } from '../../states'
import { emitAbort } from '../send/emit'
import { refuse, takeToClosed, type Turn } from '../turn'

/** ABORT (RFC 9293 §3.10.5): a reset where the peer still waits for something, and the TCB is gone. */
export function abort(t: Turn): void {
  if (t.tcb.state === 'CLOSED') return refuse(t, 'connection-does-not-exist', REFUSED.noConnection)
  if (abortResets(t.tcb.state)) emitAbort(t, SENT.rstAbort)
  takeToClosed(t, 'ABORT')
}
