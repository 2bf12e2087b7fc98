import type { Step } from '../../scenario/schema'
import type { Side } from '../../trace/names'
import { utf8 } from '../../utf8'
import type { Clock } from '../network/clock'
import type { SimulatedConnection } from './connection'

/** What a step can act on. */
export interface StepTarget {
  readonly clock: Clock
  /** The connection that steps are about. */
  current(): SimulatedConnection
  connect(side: Side): void
}

/** Plays the steps in order: each waits for its event, then its time (docs/formats.md). */
export class StepPlayer {
  private next = 0
  private waiting = false
  /** By event, how many had fired when a step last waited for it: only later ones count for the next. */
  private readonly used = new Map<string, number>()

  constructor(
    private readonly steps: readonly Step[],
    private readonly target: StepTarget,
  ) {}

  /** The step that has not come to its turn; null when all are done. */
  get pending(): { readonly step: Step; readonly index: number } | null {
    const step = this.steps[this.next]
    return step === undefined ? null : { step, index: this.next }
  }

  /** Looks whether the next step's event has come. */
  look(): void {
    const step = this.steps[this.next]
    if (step === undefined || this.waiting || !this.ready(step)) return
    this.waiting = true
    const { clock } = this.target
    clock.at(clock.now + (step.after ?? 0), { run: () => this.perform(step) })
  }

  private ready({ on, until }: Step): boolean {
    if (on === undefined) return true
    const [side, name] = on.split(':') as [Side, string]
    const connection = this.target.current()
    if (name === 'data' && until !== undefined) return connection.sockets[side].received >= until
    const fired = connection.recorder.fired(on)
    const key = `${connection.id} ${on}`
    if (fired <= (this.used.get(key) ?? 0)) return false
    this.used.set(key, fired)
    return true
  }

  private perform(step: Step): void {
    this.next += 1
    this.waiting = false
    this.act(step)
    this.look()
  }

  private act({ side, do: verb, bytes, text }: Step): void {
    const size = text === undefined ? bytes : utf8(text).length
    if (verb === 'connect') return this.target.connect(side)
    const socket = this.target.current().sockets[side]
    switch (verb) {
      case 'write':
        return socket.write(size ?? 0)
      case 'end':
        return socket.end(size)
      default:
        return socket[verb]()
    }
  }
}
