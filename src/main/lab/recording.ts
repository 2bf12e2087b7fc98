import type { Address, Connection, EventDetail, TraceEvent } from '@shared/trace/schema'
import type { Side, TraceEventName } from '@shared/trace/names'
import { now, toMicroseconds } from './clock'
import { Preview, PREVIEW_BYTES } from './preview'

/** Beyond so many events, repeated ones merge (invariant 10); beyond four times as many, whatever lies between them. */
const MAX_EVENTS = 2000

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
  /** Time zero, milliseconds on the lab's clock; the first event where it is not given. */
  readonly begin?: number
}

/** All events of one name on one target: how often it fired, the last one's place, and what is to be merged into it. */
interface Slot {
  readonly additive: boolean
  fired: number
  index: number
  count: number
  bytes: number
  text: string
  until: number
}

interface Directions {
  readonly client: Preview
  readonly server: Preview
}

/**
 * The observed part of one connection: calls and events in the order they happened, on the monotonic clock, with time
 * zero at the first of them or at the given moment. Events are replaced, never mutated, so that whoever holds one may keep it.
 */
export class Recording {
  readonly id: string
  readonly startedAt: string
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
  readonly #slots = { client: new Map<string, Slot>(), server: new Map<string, Slot>() }
  readonly #serverSlots = new Map<string, Slot>()
  readonly #unmerged = new Set<Slot>()
  readonly #watchers = new Set<() => void>()
  #landmark = -1
  #begin: number | null
  #merged = 0
  #lastEventAt = now()

  constructor(options: RecordingOptions) {
    this.id = options.id
    this.isn = options.isn
    this.observes = options.observes
    this.allowHalfOpen = options.allowHalfOpen
    this.#maxEvents = options.maxEvents ?? MAX_EVENTS
    this.#begin = options.begin ?? null
    this.startedAt = new Date(Date.now() - (options.begin === undefined ? 0 : now() - options.begin)).toISOString()
    const both = options.observes.length === 2
    const calls = (): Preview => new Preview(both ? CALL_PREVIEW_BYTES : PREVIEW_BYTES)
    const reads = (): Preview => new Preview(both ? PREVIEW_BYTES - CALL_PREVIEW_BYTES : PREVIEW_BYTES)
    this.#written = { client: calls(), server: calls() }
    this.#read = { client: reads(), server: reads() }
  }

  get events(): readonly TraceEvent[] {
    this.#merge()
    return this.#events
  }

  /** The event at an index that `onEvent` was called with. */
  event(index: number): TraceEvent {
    const event = this.events[index]
    if (!event) throw new RangeError(`no event ${index}`)
    return event
  }

  get merged(): number {
    return this.#merged
  }

  /** Milliseconds on the lab's clock since the last event. */
  get quietFor(): number {
    return now() - this.#lastEventAt
  }

  /** How often `side:event` fired on a socket, `connection` and `listening` on the server. */
  fired(key: `${Side}:${string}`): number {
    const colon = key.indexOf(':')
    const [side, name] = [key.slice(0, colon) as Side, key.slice(colon + 1)]
    const onServer = name === 'connection' || name === 'listening'
    return (onServer ? this.#serverSlots : this.#slots[side]).get(name)?.fired ?? 0
  }

  /** Milliseconds of the trace at a moment of the lab's clock; the record begins now where it has not yet. */
  time(at: number): number {
    this.#begin ??= at
    return toMicroseconds(at - this.#begin)
  }

  /** Something went on that is no event: it is not quiet, and whoever waits looks again. */
  stir(): void {
    this.#lastEventAt = now()
    for (const watcher of this.#watchers) watcher()
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
    if (name === 'data') this.#received[side] += detail?.bytes ?? 0
    this.#begin ??= at
    this.#lastEventAt = at
    const t = toMicroseconds(at - this.#begin)
    const slot = this.#slot(side, name, target)
    slot.fired += 1
    if (this.#mayMerge(slot)) this.#keepForMerge(slot, t, detail)
    else {
      this.#mergeInto(slot)
      slot.index =
        this.#events.push({ t, side, name, target, provenance: 'observed', ...(detail ? { detail } : {}) }) - 1
      if (!slot.additive) this.#landmark = slot.index
    }
    this.onEvent(slot.index)
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
      events: [...this.events],
      segments: [],
      states: [],
      notes: [],
      traffic,
      merged: this.#merged,
    }
  }

  #slot(side: Side, name: TraceEventName, target: 'server' | 'socket'): Slot {
    const slots = target === 'server' ? this.#serverSlots : this.#slots[side]
    const known = slots.get(name)
    if (known) return known
    const slot: Slot = { additive: ADDITIVE.has(name), fired: 0, index: -1, count: 0, bytes: 0, text: '', until: 0 }
    slots.set(name, slot)
    return slot
  }

  /**
   * Up to four times the limit only additive events merge, and only when nothing else happened in between, so that the
   * order of everything that matters is kept.
   */
  #mayMerge({ additive, index }: Slot): boolean {
    const { length } = this.#events
    if (length < this.#maxEvents || index < 0) return false
    return (additive && index > this.#landmark) || length >= 4 * this.#maxEvents
  }

  /** Only adds up: at full speed an event has to cost next to nothing. */
  #keepForMerge(slot: Slot, t: number, detail: EventDetail | undefined): void {
    slot.count += 1
    slot.bytes += detail?.bytes ?? 0
    if (detail?.text !== undefined) slot.text += detail.text
    slot.until = t
    this.#merged += 1
    this.#unmerged.add(slot)
  }

  #merge(): void {
    for (const slot of this.#unmerged) this.#mergeInto(slot)
    this.#unmerged.clear()
  }

  /** Puts one event in the place of the slot's last one that stands for it and for all that were kept since. */
  #mergeInto(slot: Slot): void {
    const first = this.#events[slot.index]
    if (!first || slot.count === 0) return
    const detail: EventDetail = { ...first.detail, count: (first.detail?.count ?? 1) + slot.count, until: slot.until }
    if (detail.bytes !== undefined) detail.bytes += slot.bytes
    if (slot.text !== '') detail.text = (detail.text ?? '') + slot.text
    this.#events[slot.index] = { ...first, detail }
    Object.assign(slot, { count: 0, bytes: 0, text: '' })
  }
}
