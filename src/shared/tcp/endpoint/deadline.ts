import type { Endpoint, TimerName } from '../types'

/** The timer that goes off next, or null when none runs: for a driver that keeps no timers of its own. */
export function nextTimer(endpoint: Endpoint): { readonly name: TimerName; readonly at: number } | null {
  let name: TimerName = 'retransmission'
  let at = endpoint.retransmissionAt
  if (endpoint.persistAt < at) [name, at] = ['persist', endpoint.persistAt]
  if (endpoint.delayedAckAt < at) [name, at] = ['delayed-ack', endpoint.delayedAckAt]
  if (endpoint.timeWaitAt < at) [name, at] = ['time-wait', endpoint.timeWaitAt]
  if (endpoint.userAt < at) [name, at] = ['user', endpoint.userAt]
  if (endpoint.keepAliveAt < at) [name, at] = ['keep-alive', endpoint.keepAliveAt]
  if (endpoint.finWait2At < at) [name, at] = ['fin-wait-2', endpoint.finWait2At]
  return at === Infinity ? null : { name, at }
}
