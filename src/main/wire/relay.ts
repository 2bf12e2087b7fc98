import type { Side } from '@shared/trace/names'
import { otherSide } from '@shared/trace/names'
import type { Fate } from '@shared/trace/schema'
import type { WireMode } from '@shared/wire/state'

/** A clock that can be waited on; the tests have their own. */
export interface RelayClock {
  /** Milliseconds. */
  now(): number
  /** Answers the function that calls it off. */
  after(milliseconds: number, task: () => void): () => void
}

/** One segment on its way. */
export interface Flight {
  readonly id: number
  readonly from: Side
  readonly bytes: Uint8Array
  /** When it was sent, on the relay's clock. */
  readonly at: number
  /** It waits for the reader, not for time. */
  held: boolean
  /** When it lands by itself; null where it waits for the reader. */
  due: number | null
  /** Calls the landing off. */
  cancel: () => void
}

/** How a scripted network treats one segment: the first journey is the segment's own, the others are copies. */
export interface Journey {
  /** Milliseconds; null: it is lost. */
  readonly takes: number | null
  readonly copy: boolean
}

export interface RelayListener {
  /** It is on its way. */
  departed(flight: Flight, copy: boolean): void
  landed(flight: Flight, by: Fate['by']): void
  dropped(flight: Flight, by: Fate['by']): void
  /** It begins to wait, or waits otherwise than before. */
  waits(flight: Flight): void
}

/** More than so many in the air, and the wire takes no more: like any queue, it drops what comes. */
export const MAX_IN_FLIGHT = 10_000

/**
 * The cable: every segment that one kernel sends waits here until it may land at the other. Segments never wait in an
 * end. Who decides is the mode: time, the reader, or the network of a scenario.
 */
export class Relay {
  readonly #flights = new Map<number, Flight>()
  #mode: WireMode = { kind: 'through', delay: 0 }
  #script: ((from: Side, bytes: Uint8Array, now: number) => readonly Journey[]) | null = null
  #ids = 0

  constructor(
    private readonly clock: RelayClock,
    private readonly land: (to: Side, bytes: Uint8Array) => void,
    private readonly listener: RelayListener,
  ) {}

  get mode(): WireMode {
    return this.#mode
  }

  /** In the order in which they were sent, unless one was let overtake. */
  get flights(): readonly Flight[] {
    return [...this.#flights.values()]
  }

  flight(id: number): Flight | undefined {
    return this.#flights.get(id)
  }

  /** What is in the air already stays as it is: a held segment waits for the reader in every mode. */
  setMode(mode: WireMode): void {
    this.#mode = mode
  }

  /** The network that mode `script` plays. */
  setScript(script: ((from: Side, bytes: Uint8Array, now: number) => readonly Journey[]) | null): void {
    this.#script = script
  }

  /** A kernel sent it, or the reader did in its name. @param at - when, on the relay's clock */
  send(from: Side, bytes: Uint8Array, at = this.clock.now()): void {
    if (this.#mode.kind === 'through' && this.#mode.delay === 0) return this.#straight(from, bytes, at)
    if (this.#mode.kind !== 'script' || this.#script === null) return void this.#depart(from, bytes, at, this.#wait())
    for (const { takes, copy } of this.#script(from, bytes, at)) {
      if (takes === null) this.listener.dropped(this.#announce(from, bytes, at, null, copy), 'scenario')
      else this.#depart(from, bytes, at, takes, copy)
    }
  }

  deliver(id: number): boolean {
    return this.#take(id, (flight) => this.#land(flight, 'reader'))
  }

  drop(id: number): boolean {
    return this.#take(id, (flight) => this.listener.dropped(flight, 'reader'))
  }

  /** Lets it land by itself after so many milliseconds from now. */
  delay(id: number, milliseconds: number): boolean {
    const flight = this.#flights.get(id)
    if (!flight) return false
    flight.cancel()
    this.#schedule(flight, milliseconds)
    this.listener.waits(flight)
    return true
  }

  /** A second one like it, right behind it, that waits for the reader. */
  duplicate(id: number): boolean {
    const flight = this.#flights.get(id)
    if (!flight) return false
    this.#depart(flight.from, flight.bytes, this.clock.now(), null, true)
    return true
  }

  /** Which one would be let past: the next of the same direction; null where none follows. */
  follower(id: number): Flight | null {
    const flights = this.flights
    const at = flights.findIndex((flight) => flight.id === id)
    const from = flights[at]?.from
    return flights.slice(at + 1).find((flight) => flight.from === from) ?? null
  }

  /** The one behind it lands first, now; it waits on. */
  overtake(id: number): boolean {
    const next = this.#flights.has(id) ? this.follower(id) : null
    return next !== null && this.deliver(next.id)
  }

  /** Lets bytes in at an end as if the other had sent them now: a kept copy, or a forged segment. */
  letIn(from: Side, bytes: Uint8Array): void {
    const held = this.#mode.kind === 'step'
    if (held) this.#depart(from, bytes, this.clock.now(), null)
    else this.#straight(from, bytes, this.clock.now())
  }

  /** Everything in the air is lost, and nothing waits any more. */
  clear(): void {
    for (const flight of this.flights) {
      flight.cancel()
      this.#flights.delete(flight.id)
      this.listener.dropped(flight, 'wire')
    }
  }

  #wait(): number | null {
    return this.#mode.kind === 'through' ? this.#mode.delay : this.#mode.kind === 'step' ? null : 0
  }

  /** Nothing keeps it: it lands in this turn. */
  #straight(from: Side, bytes: Uint8Array, at: number): void {
    this.#land(this.#announce(from, bytes, at, null, false), 'wire')
  }

  #announce(from: Side, bytes: Uint8Array, at: number, due: number | null, copy: boolean): Flight {
    this.#ids += 1
    const flight: Flight = { id: this.#ids, from, bytes, at, held: false, due, cancel: () => undefined }
    this.listener.departed(flight, copy)
    return flight
  }

  #depart(from: Side, bytes: Uint8Array, at: number, takes: number | null, copy = false): void {
    // Whoever hands the bytes over uses them again.
    const flight = this.#announce(from, bytes.slice(), at, null, copy)
    if (this.#flights.size >= MAX_IN_FLIGHT) return this.listener.dropped(flight, 'wire')
    this.#flights.set(flight.id, flight)
    flight.held = takes === null
    if (takes !== null) this.#schedule(flight, takes - (this.clock.now() - at))
    this.listener.waits(flight)
  }

  #schedule(flight: Flight, milliseconds: number): void {
    flight.held = false
    flight.due = this.clock.now() + Math.max(0, milliseconds)
    flight.cancel = this.clock.after(Math.max(0, milliseconds), () =>
      this.#take(flight.id, (found) => this.#land(found, this.#mode.kind === 'script' ? 'scenario' : 'wire')),
    )
  }

  #take(id: number, act: (flight: Flight) => void): boolean {
    const flight = this.#flights.get(id)
    if (!flight) return false
    flight.cancel()
    this.#flights.delete(id)
    act(flight)
    return true
  }

  #land(flight: Flight, by: Fate['by']): void {
    this.listener.landed(flight, by)
    this.land(otherSide(flight.from), flight.bytes)
  }
}
