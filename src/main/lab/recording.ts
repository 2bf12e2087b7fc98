import type { Address, Connection, EventDetail, TraceEvent } from '@shared/trace/schema'
import type { Side, TraceEventName } from '@shared/trace/names'
import { now, toMicroseconds } from './clock'
import { Preview, PREVIEW_BYTES } from './preview'

/** Beyond so many events, repeated ones merge (invariant 10); beyond four times as many, whatever lies between them. */
export const MAX_EVENTS = 2000

/** Of a direction's preview, the part that the writing side's calls may take; the rest is the receiver's. */
const CALL_PREVIEW_BYTES = 1024

/** Events that only add up: their bytes and count tell all there is. Every other event keeps its place. */
const ADDITIVE: ReadonlySet<TraceEventName> = new Set<TraceEventName>(['data', 'drain', 'call:write'])

export interface RecordingOptions {
  readonly id: string
  readonly isn: { readonly client: number; readonly server: number }
  readonly observes: readonly Side[]
  readonly allowHalfOpen: { readonly client: boolean; readonly server: boolean }
  readonly maxEvents?: number
}

interface Directions {
  readonly client: Preview
  readonly server: Preview
}

/**
 * The observed part of one connection: calls and events in the order they happened, on the monotonic clock, with time
 * zero at the first of them. Events are replaced, never mutated, so that whoever holds one may keep it.
 */
export class Recording {
  readonly id: string
  readonly startedAt = new Date().toISOString()
  readonly isn: RecordingOptions['isn']
  readonly observes: readonly Side[]
  readonly allowHalfOpen: RecordingOptions['allowHalfOpen']
  client: Address | null = null
  server: Address | null = null
  /** Called for every new event, or new form of an event, with its index. */
  onEvent: (index: number) => void = () => undefined
  readonly #events: TraceEvent[] = []
  readonly #maxEvents: number
  readonly #written: Directions
  readonly #read: Directions
  readonly #received = { client: 0, server: 0 }
  readonly #fired = new Map<string, number>()
  readonly #last = new Map<string, number>()
  readonly #watchers = new Set<() => void>()
  #landmark = -1
  #begin: number | null = null
  #merged = 0
  #lastEventAt = now()

  constructor(options: RecordingOptions) {
    this.id = options.id
    this.isn = options.isn
    this.observes = options.observes
    this.allowHalfOpen = options.allowHalfOpen
    this.#maxEvents = options.maxEvents ?? MAX_EVENTS
    const both = options.observes.length === 2
    const calls = (): Preview => new Preview(both ? CALL_PREVIEW_BYTES : PREVIEW_BYTES)
    const reads = (): Preview => new Preview(both ? PREVIEW_BYTES - CALL_PREVIEW_BYTES : PREVIEW_BYTES)
    this.#written = { client: calls(), server: calls() }
    this.#read = { client: reads(), server: reads() }
  }

  get events(): readonly TraceEvent[] {
    return this.#events
  }

  get merged(): number {
    return this.#merged
  }

  /** Milliseconds on the lab's clock since the last event. */
  get quietFor(): number {
    return now() - this.#lastEventAt
  }

  /** How often `side:event` fired on a socket, `connection` and `listening` on the server. */
  fired(key: string): number {
    return this.#fired.get(key) ?? 0
  }

  /** Bytes that side's program has been handed. */
  received(side: Side): number {
    return this.#received[side]
  }

  /** Bytes that side read whose preview was not kept. */
  previewDropped(side: Side): number {
    return this.#read[side].dropped
  }

  /** Runs `watcher` after every event. Answers the function that stops it. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  /** A call that writes, with the part of its payload the preview has room for. */
  addWrite(side: Side, name: 'call:write' | 'call:end', bytes: number, payload?: Buffer): void {
    const text = payload === undefined ? undefined : this.#written[side].take(payload)
    this.add(side, name, text === undefined ? { bytes } : { bytes, text })
  }

  addData(side: Side, chunk: Buffer): void {
    this.#received[side] += chunk.length
    const text = this.#read[side].take(chunk)
    this.add(side, 'data', text === undefined ? { bytes: chunk.length } : { bytes: chunk.length, text })
  }

  /**
   * Records one call or event.
   *
   * @param target - `server` for the listening `net.Server`
   * @param at - milliseconds on the lab's clock; now, unless another thread saw it
   */
  add(
    side: Side,
    name: TraceEventName,
    detail?: EventDetail,
    target: 'server' | 'socket' = 'socket',
    at = now(),
  ): void {
    this.#begin ??= at
    this.#lastEventAt = at
    const t = toMicroseconds(at - this.#begin)
    const event: TraceEvent = { t, side, name, target, provenance: 'observed', ...(detail ? { detail } : {}) }
    const index = this.#place(event)
    if (target === 'socket' || name === 'connection' || name === 'listening') {
      const key = `${side}:${name}`
      this.#fired.set(key, this.fired(key) + 1)
    }
    this.onEvent(index)
    for (const watcher of this.#watchers) watcher()
  }

  /** The connection as far as it went; a copy that later events do not change. */
  connection(traffic: Required<Connection>['traffic']): Connection {
    return {
      id: this.id,
      client: this.client,
      server: this.server,
      observes: [...this.observes],
      allowHalfOpen: { ...this.allowHalfOpen },
      isn: { ...this.isn },
      events: [...this.#events],
      segments: [],
      states: [],
      notes: [],
      traffic,
      merged: this.#merged,
    }
  }

  /**
   * Appends the event, or merges it into the last equal one. Up to four times the limit only additive events merge, and
   * only when nothing else happened in between, so that the order of everything that matters is kept.
   */
  #place(event: TraceEvent): number {
    const key = `${event.side}:${event.target}:${event.name}`
    const earlier = this.#last.get(key)
    const additive = ADDITIVE.has(event.name)
    const mayMerge =
      this.#events.length >= this.#maxEvents &&
      earlier !== undefined &&
      ((additive && earlier > this.#landmark) || this.#events.length >= 4 * this.#maxEvents)
    const old = mayMerge ? this.#events[earlier] : undefined
    if (earlier !== undefined && old !== undefined) {
      this.#events[earlier] = mergeEvents(old, event)
      this.#merged += 1
      return earlier
    }
    const index = this.#events.push(event) - 1
    this.#last.set(key, index)
    if (!additive) this.#landmark = index
    return index
  }
}

/** One event that stands for both: bytes and texts added up, the time of the first, `until` the last. */
function mergeEvents(first: TraceEvent, next: TraceEvent): TraceEvent {
  const detail: EventDetail = { ...first.detail, count: (first.detail?.count ?? 1) + 1, until: next.t }
  if (next.detail?.bytes !== undefined) detail.bytes = (first.detail?.bytes ?? 0) + next.detail.bytes
  if (next.detail?.text !== undefined) detail.text = (first.detail?.text ?? '') + next.detail.text
  return { ...first, detail }
}
