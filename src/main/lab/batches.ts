import type { EventBatch, LabEvent } from '@shared/protocol/events'
import { now } from './clock'

/** One frame at 60 Hz, milliseconds. */
export const FRAME = 16

export type BatchListener = (batch: EventBatch) => void

/** An event, or what makes one or several when the batch goes out. */
type Pending = LabEvent | (() => LabEvent | readonly LabEvent[])

/**
 * Gathers lab events into numbered batches, at most one a frame. The first event after a quiet frame goes out at once.
 * What a later event says anew (the same event merged again, a status) takes the earlier one's place in the batch.
 */
export class Batches {
  readonly #listeners = new Set<BatchListener>()
  readonly #pending = new Map<string, Pending>()
  #sequence = 0
  #sentAt = -Infinity
  #timer: NodeJS.Timeout | null = null
  #soon: NodeJS.Immediate | null = null

  /** The number of the last batch that went out. */
  get sequence(): number {
    return this.#sequence
  }

  subscribe(listener: BatchListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** A new form of what `key` names stands where the first one stood. */
  replace(key: string, event: Pending): void {
    this.#pending.set(key, event)
    this.#schedule()
  }

  /** Only the last one with this key matters, and it comes after everything before it. */
  last(key: string, event: Pending): void {
    this.#pending.delete(key)
    this.replace(key, event)
  }

  /** Forgets what is pending under this key. */
  forget(key: string): void {
    this.#pending.delete(key)
  }

  /** Forgets what is pending under every key with this prefix: looks at each of them. */
  forgetAll(prefix: string): void {
    for (const key of this.#pending.keys()) if (key.startsWith(prefix)) this.#pending.delete(key)
  }

  /** Sends what is pending now, so that nothing is on its way. */
  flush(): void {
    this.#cancel()
    if (this.#pending.size === 0) return
    const events = [...this.#pending.values()].flatMap((event) => (typeof event === 'function' ? event() : event))
    this.#pending.clear()
    this.#sequence += 1
    this.#sentAt = now()
    const batch: EventBatch = { sequence: this.#sequence, events }
    for (const listener of this.#listeners) tell(listener, batch)
  }

  dispose(): void {
    this.#cancel()
    this.#pending.clear()
    this.#listeners.clear()
  }

  #schedule(): void {
    if (this.#timer || this.#soon) return
    const wait = FRAME - (now() - this.#sentAt)
    if (wait <= 0) this.#soon = setImmediate(() => this.flush())
    else this.#timer = setTimeout(() => this.flush(), wait)
  }

  #cancel(): void {
    if (this.#timer) clearTimeout(this.#timer)
    if (this.#soon) clearImmediate(this.#soon)
    this.#timer = null
    this.#soon = null
  }
}

/** A listener's own fault must not keep the batch from the others. */
function tell(listener: BatchListener, batch: EventBatch): void {
  try {
    listener(batch)
  } catch (cause) {
    process.emitWarning(cause instanceof Error ? cause : String(cause))
  }
}
