import type { Result } from '@shared/result'
import type { ParsedParams } from '@shared/protocol/commands'
import type { ErrorCode } from '@shared/protocol/errors'
import type { CloseSample, Frozen } from '@shared/protocol/experiments'
import { CloseSampler } from './closes'
import { experimentRunning, internal } from './failures'
import { FreezeExperiment } from './freeze'
import type { Stage } from './stage'

interface Experiment<T> {
  run(): Promise<Result<T, ErrorCode>>
  stop(): void
}

/** Experiments that take their time beside the commands; one at a time, because each would disturb the other's times. */
export class Experiments {
  #running: { readonly experiment: Experiment<unknown>; readonly ended: Promise<unknown> } | null = null

  constructor(private readonly stage: Stage) {}

  freeze({ milliseconds }: ParsedParams<'freezeServer'>): Promise<Result<Frozen, ErrorCode>> {
    return this.#run(() => new FreezeExperiment(this.stage, milliseconds))
  }

  async sampleCloses(params: ParsedParams<'sampleCloses'>): Promise<Result<CloseSample, ErrorCode>> {
    const { batches } = this.stage
    const sample = await this.#run(
      () =>
        new CloseSampler(this.stage, params, (sampling) => batches.last('sampling', { kind: 'sampling', sampling })),
    )
    if (sample.ok || sample.error.code !== 'experiment-running')
      batches.last('sampling', { kind: 'sampling', sampling: null })
    return sample
  }

  /** Stops what is running; settles once it is over. */
  async stop(): Promise<void> {
    this.#running?.experiment.stop()
    await this.#running?.ended
  }

  async #run<T>(create: () => Experiment<T>): Promise<Result<T, ErrorCode>> {
    if (this.#running) return experimentRunning()
    const experiment = create()
    const ended = experiment.run().catch(internal)
    this.#running = { experiment, ended }
    const result = await ended
    this.#running = null
    return result
  }
}
