import type { Connection, TraceEvent } from '@shared/trace/schema'

/** A connection of which only the events are known. */
export const recorded = (events: TraceEvent[], more: Partial<Connection> = {}): Connection => ({
  id: 'c1',
  client: null,
  server: null,
  observes: ['client', 'server'],
  allowHalfOpen: { client: false, server: false },
  events,
  segments: [],
  states: [],
  notes: [],
  ...more,
})
