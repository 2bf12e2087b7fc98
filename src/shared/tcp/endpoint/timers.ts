/** The seven timers, and the field of the control block that says when each goes off: Infinity while it does not run. */
export const TIMERS = {
  retransmission: 'retransmissionAt',
  persist: 'persistAt',
  'delayed-ack': 'delayedAckAt',
  'time-wait': 'timeWaitAt',
  user: 'userAt',
  'keep-alive': 'keepAliveAt',
  'fin-wait-2': 'finWait2At',
} as const

export type TimerName = keyof typeof TIMERS
export type Deadlines = { readonly [Field in (typeof TIMERS)[TimerName]]: number }

const ALL = Object.entries(TIMERS) as readonly (readonly [TimerName, keyof Deadlines])[]

/**
 * The timer that goes off next, of two at one time the earlier in the table; null when none runs. Written out, as the
 * engine reads a field that the source names several times faster than one that a table names, and this is asked for every
 * segment; a test holds it against the table.
 */
export function nextTimer(endpoint: Deadlines): { readonly name: TimerName; readonly at: number } | null {
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

export const NO_TIMERS = Object.fromEntries(ALL.map(([, field]) => [field, Infinity])) as unknown as Deadlines

export function stopTimers(deadlines: { -readonly [Field in keyof Deadlines]: number }): void {
  Object.assign(deadlines, NO_TIMERS)
}
