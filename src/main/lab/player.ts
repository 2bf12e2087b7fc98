import { ok, type Result } from '@shared/result'
import type { ErrorCode } from '@shared/protocol/errors'
import type { Scenario, Step } from '@shared/scenario/schema'
import type { Side } from '@shared/trace/names'
import type { Conversation } from './conversation'
import { runStopped, stepFailed, stepTimeout } from './failures'
import { toPayload } from './payload'

export interface PlayerOptions {
  /** How long a step waits for its event, milliseconds. */
  readonly stepTimeout?: number
  /** After the last step: how long nothing may happen before a connection left open is destroyed, milliseconds. */
  readonly quiet?: number
  readonly onStep?: (index: number) => void
  /** Makes the `connect` call. */
  readonly connect: () => void
}

const STEP_TIMEOUT = 5000
const QUIET = 1000
/** How long a client that closed at once may still turn up at the server, milliseconds. */
const LATE_ACCEPT = 50

type StepEvent = `${Side}:${string}`

type Waited = 'met' | 'timeout' | 'stopped'

/** Plays the steps of a scenario, one after the other, on a conversation's real sockets. */
export class Player {
  readonly #waitedFor = new Map<string, number>()
  #wake: () => void = () => undefined
  #stopped = false

  constructor(
    private readonly scenario: Scenario,
    private readonly conversation: Conversation,
    private readonly options: PlayerOptions,
  ) {}

  /** Whether somebody stopped it, so that its failure is no news. */
  get stopped(): boolean {
    return this.#stopped
  }

  /** Gives up at once; the run answers a failure. */
  stop(): void {
    this.#stopped = true
    this.#wake()
  }

  /** @returns once both sockets are closed: `step-timeout` or `step-failed` name the step that could not be played */
  async run(): Promise<Result<null, ErrorCode>> {
    const result = await this.#steps()
    const left = result.ok ? await this.#settle() : null
    if (!result.ok || left === 'timeout') await this.#leave(result.ok ? 'left-open' : result.error.code)
    return left === 'stopped' ? runStopped(this.scenario.steps.length) : result
  }

  async #steps(): Promise<Result<null, ErrorCode>> {
    for (const [index, step] of this.scenario.steps.entries()) {
      this.options.onStep?.(index)
      const verb = `${step.side} ${step.do}`
      const waited = await this.#waitForStep(step)
      if (waited === 'stopped') return runStopped(index + 1)
      if (waited === 'timeout') return stepTimeout(index + 1, verb, eventOf(step), this.#stepTimeout / 1000)
      const done = this.#make(step)
      if (!done.ok) return stepFailed(index + 1, verb, done.error)
    }
    return ok(null)
  }

  async #waitForStep(step: Step): Promise<Waited> {
    const { on, until, after = 0 } = step
    if (on !== undefined) {
      const { recording } = this.conversation
      // An event counts once: the firings that an earlier step waited for, and those before them, are used up.
      const used = this.#waitedFor.get(on) ?? 0
      const enough = (): boolean =>
        until === undefined ? recording.fired(on as StepEvent) > used : recording.received(sideOf(on)) >= until
      const waited = await this.#wait(enough, this.#stepTimeout)
      if (waited !== 'met') return waited
      this.#waitedFor.set(on, recording.fired(on as StepEvent))
    }
    if (after === 0) return this.#stopped ? 'stopped' : 'met'
    return (await this.#wait(() => false, after)) === 'stopped' ? 'stopped' : 'met'
  }

  #make(step: Step): Result<unknown, ErrorCode> {
    if (step.do === 'connect') {
      this.options.connect()
      return ok(null)
    }
    const end = this.conversation.end(step.side)
    if (!end.ok) return end
    const payload = toPayload(step)
    if (!payload.ok) return payload
    if (step.do === 'write') return end.value.write(payload.value ?? { bytes: 0 })
    if (step.do === 'end') return end.value.end(payload.value)
    return end.value[step.do]()
  }

  /** Waits for the close that the steps led to; `timeout` when nothing leads there. */
  async #settle(): Promise<Waited> {
    const { recording } = this.conversation
    const quiet = this.options.quiet ?? QUIET
    const close = (): Promise<Waited> =>
      this.#wait(() => this.conversation.over, Math.max(quiet - recording.quietFor, 1))
    let waited = await close()
    while (waited === 'timeout' && recording.quietFor < quiet) waited = await close()
    const unseen = this.scenario.server.listening !== false && recording.fired('server:connection') === 0
    if (waited !== 'met' || !unseen) return waited
    const accepted = await this.#wait(() => recording.fired('server:connection') > 0, LATE_ACCEPT)
    return accepted === 'met' ? this.#settle() : waited
  }

  /** Destroys what the scenario leaves open; the recorded calls say why. */
  async #leave(code: string): Promise<void> {
    this.conversation.destroy({ code, message: 'destroyed by the lab when the run ended' })
    if (!this.#stopped) await this.#wait(() => this.conversation.over, QUIET)
  }

  get #stepTimeout(): number {
    return this.options.stepTimeout ?? STEP_TIMEOUT
  }

  /** Looks at the condition now and after every event. */
  #wait(condition: () => boolean, timeout: number): Promise<Waited> {
    if (this.#stopped) return Promise.resolve('stopped')
    if (condition()) return Promise.resolve('met')
    return new Promise((resolve) => {
      const finish = (waited: Waited): void => {
        clearTimeout(timer)
        unwatch()
        this.#wake = () => undefined
        resolve(waited)
      }
      const timer = setTimeout(() => finish('timeout'), timeout)
      const unwatch = this.conversation.recording.watch(() => {
        if (condition()) finish('met')
      })
      this.#wake = () => finish('stopped')
    })
  }
}

const sideOf = (event: string): Side => (event.startsWith('client') ? 'client' : 'server')

const eventOf = ({ on = '', until }: Step): string => (until === undefined ? on : `${on} until ${until} bytes`)
