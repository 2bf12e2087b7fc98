import type { Connection } from './schema'

/**
 * The connection with its events in the order of their times. Those of a wire come from two processes: what the two did at
 * nearly the same time may have been heard of the other way round. Each side's own order stays.
 */
export function inOrder(connection: Connection): Connection {
  const sorted = connection.events.every(({ t }, i, all) => i === 0 || t >= (all[i - 1]?.t ?? 0))
  return sorted ? connection : { ...connection, events: connection.events.toSorted((a, b) => a.t - b.t) }
}
