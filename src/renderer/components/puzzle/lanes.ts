import type { Visit } from '@shared/protocol/own-client'

/** One thing that the server's program was told on a connection. */
export interface LaneMark {
  readonly kind: 'connection' | 'data' | 'close'
  /** Milliseconds since the server began to listen. */
  readonly at: number
  /** Where it stands among all moments of all lanes, 0 to 1: the order, not the scale of time. */
  readonly x: number
}

export interface Lane {
  readonly marks: readonly LaneMark[]
  /** Where the lane ends; 1 while the connection is open. */
  readonly end: number
}

/** A lane is one row high: more marks than this could not be told apart in it. */
const MAX_DATA = 20

type Moment = Omit<LaneMark, 'x'>

/**
 * A lane for each visit, all on one axis. Equal steps from one moment to the next: a browser opens its connections
 * within a millisecond and then waits for a minute, so that a true scale would put all that matters on one point.
 *
 * @returns by the visit's id
 */
export function lanesOf(visits: readonly Visit[]): ReadonlyMap<string, Lane> {
  const moments = new Map(visits.map((visit) => [visit.id, momentsOf(visit)]))
  const times = [...new Set([...moments.values()].flatMap((all) => all.map(({ at }) => at)))].sort((a, b) => a - b)
  const place = new Map(times.map((at, index) => [at, (index + 0.5) / times.length]))
  return new Map(
    [...moments].map(([id, all]) => {
      const marks = all.map((moment) => ({ ...moment, x: place.get(moment.at) ?? 0 }))
      const last = marks.at(-1)
      return [id, { marks, end: last?.kind === 'close' ? last.x : 1 }]
    }),
  )
}

function momentsOf({ at, record }: Visit): Moment[] {
  const told = record.connection.events.filter(({ side }) => side === 'server')
  // Every record has a clock of its own; the lanes are drawn on the server's.
  const zero = at - (told.find(({ name }) => name === 'connection')?.t ?? 0)
  const data = told.filter(({ name }) => name === 'data').slice(0, MAX_DATA)
  const close = told.findLast(({ name }) => name === 'close')
  return [
    { kind: 'connection', at },
    ...data.map((event): Moment => ({ kind: 'data', at: zero + event.t })),
    ...(close ? [{ kind: 'close', at: zero + close.t } as const] : []),
  ]
}
