import { ACK } from '../../trace/flags'
import { assertNever } from '../../result'
import type { Endpoint, EndpointInput, Step } from '../types'
import { ackPolicy } from './acks'
import { arrive } from './arrive'
import { abort } from './calls/abort'
import { close } from './calls/close'
import { open } from './calls/open'
import { receive } from './calls/receive'
import { send } from './calls/send'
import { emitAck } from './send/emit'
import { transmit } from './send/transmit'
import { timeout } from './timeouts'
import { begin, finish, type Turn } from './turn'

/**
 * The model: one endpoint, one input, and what comes of it (RFC 9293 §3.10). Pure: the endpoint handed in stays as it was,
 * and an illegal call hands it back with an error.
 *
 * @param endpoint - from `createEndpoint` or an earlier step
 * @param input - a user call, an arriving segment or a timer, each with the time in ms; time never runs backwards
 */
export function step(endpoint: Endpoint, input: EndpointInput): Step {
  const t = begin(endpoint, input.now)
  perform(t, input)
  return finish(endpoint, t)
}

function perform(t: Turn, input: EndpointInput): void {
  switch (input.kind) {
    case 'open':
      return open(t, input.mode)
    case 'send':
      return send(t, input.bytes, input.push)
    case 'receive':
      return receive(t, input.bytes)
    case 'close':
      return close(t, input.stillReads)
    case 'abort':
      return abort(t)
    case 'configure':
      t.tcb.noDelay = input.noDelay ?? t.tcb.noDelay
      t.tcb.keepAlive = input.keepAlive ?? t.tcb.keepAlive
      return transmit(t)
    case 'segment':
      arrive(t, input.segment)
      transmit(t)
      return acknowledge(t)
    case 'timer':
      return timeout(t, input.name)
    default:
      return assertNever(input)
  }
}

/** Whatever is sent carries the acknowledgement along; else it goes at once or waits, as the ACK policy says. */
function acknowledge(t: Turn): void {
  const { tcb, now, ackNow } = t
  if (ackNow !== null) {
    if (!t.segments.some(({ segment }) => (segment.flags & ACK) !== 0)) emitAck(t, ackNow)
    return
  }
  if (!t.advanced || !tcb.ackScheduled) return
  const why = ackPolicy(tcb).atOnce(tcb, now)
  if (why !== null) emitAck(t, why)
  else tcb.delayedAckAt = ackPolicy(tcb).deadline(tcb, now)
}
