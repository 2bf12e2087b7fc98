import { REFUSED, SENT } from '../../reasons'
import { chooseIss } from '../arrive/open'
import { blank } from '../tcb'
import { sendSyn } from '../send/syn'
import { refuse, take, type Turn } from '../turn'
import { receiveBuffer } from '../window'

/** OPEN (RFC 9293 §3.10.1). */
export function open(t: Turn, mode: 'active' | 'passive'): void {
  const { tcb } = t
  if (tcb.state === 'CLOSED') Object.assign(tcb, blank(tcb.config, tcb.noDelay, tcb.keepAlive))
  else if (tcb.state !== 'LISTEN' || mode === 'passive') return refuse(t, 'connection-already-exists', REFUSED.exists)
  if (mode === 'active') return openActively(t, 'active OPEN')
  take(t, 'passive OPEN')
  tcb.passive = true
}

/** Sends the first SYN; a SEND in LISTEN does it too (§3.10.2). */
export function openActively(t: Turn, event: 'active OPEN' | 'SEND'): void {
  const { tcb } = t
  tcb.passive = false
  tcb.rcvBuffer = receiveBuffer(tcb.config.profile, false)
  chooseIss(t)
  take(t, event)
  sendSyn(t, SENT.syn)
}
