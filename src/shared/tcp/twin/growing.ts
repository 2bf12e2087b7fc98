import type { Connection } from '../../trace/schema'
import { makePlan } from './plan'
import { begin, finish, playUntil, type Replay, type TwinOptions } from './replay'

/** The newest events of a live connection may still be merged with what comes, so they are played anew each time. */
const UNSETTLED = 32

/**
 * The twin of a connection that grows: answers for each connection what `twin` answers, but where it is the last one
 * grown on, plays only the new events. What it has answered never changes, and what stayed the same stays the same
 * object.
 *
 * @param unsettled - so many of the newest events are likely to be other ones the next time
 */
export function growingTwin(options: TwinOptions = {}, unsettled = UNSETTLED): (connection: Connection) => Connection {
  let past: Replay | null = null

  return (connection) => {
    const settled = Math.max(0, connection.events.length - unsettled)
    if (past !== null && !continues(past, connection)) past = null
    past ??= isDecided(connection, settled) ? begin(connection, options) : null
    if (past === null) return finish(begin(connection, options))
    past = playUntil({ ...past, connection }, settled)
    return finish(past)
  }
}

/** Whether what the plan says follows from so many events, whatever comes: once answered, nothing changes it. */
const isDecided = (connection: Connection, count: number): boolean =>
  makePlan({ ...connection, events: connection.events.slice(0, count) }).outcome === 'answered'

/** Whether everything that was played is still so. */
function continues({ connection: before, state }: Replay, now: Connection): boolean {
  const { played } = state.progress
  if (now.events.length < played || about(before) !== about(now)) return false
  for (let index = 0; index < played; index += 1) if (before.events[index] !== now.events[index]) return false
  return true
}

/** What a run depends on beside the events. */
const about = ({ id, client, server, observes, allowHalfOpen, isn }: Connection): string =>
  JSON.stringify([id, client?.address, server?.address, observes, allowHalfOpen, isn])
