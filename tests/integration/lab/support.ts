import * as v from 'valibot'
import { Lab, type LabOptions } from '@main/lab'
import { commands, type CommandName, type CommandParams, type CommandResult } from '@shared/protocol/commands'
import type { Result } from '@shared/result'
import { scenarioSchema, type Scenario, type ScenarioInput } from '@shared/scenario/schema'
import type { Connection } from '@shared/trace/schema'

/** Waits until the condition holds; gives up after `timeout` milliseconds and says what it waited for. */
export async function until(what: string, condition: () => boolean, timeout = 10_000): Promise<void> {
  const end = Date.now() + timeout
  while (!condition()) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

/** The value of an answer that has to be good. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}

/** The code of an answer that has to be bad, once its message proves fit for a person. */
export function failureOf(result: Result<unknown>): string {
  if (result.ok) throw new Error('expected a failure')
  const { code, message } = result.error
  if (!/^[A-Z0-9].*[.]$/.test(message)) throw new Error(`not a sentence: ${message}`)
  return code
}

/** A lab, and its handlers called as a host calls them: params and answers pass the contract's validators. */
export class Bench {
  readonly lab: Lab

  constructor(options?: LabOptions) {
    this.lab = new Lab(options)
  }

  async call<C extends CommandName>(name: C, params: CommandParams<C>): Promise<Result<CommandResult<C>>> {
    const parsed = v.parse(commands[name].params as v.GenericSchema, params)
    const handler = (this.lab.handlers as Record<string, (params: unknown) => Promise<Result<unknown>>>)[name]
    if (!handler) throw new Error(`the lab does not answer ${name}`)
    const result = await handler(parsed)
    if (result.ok) v.parse(commands[name].result as v.GenericSchema, result.value)
    return result as Result<CommandResult<C>>
  }

  /** The newest connection, or the one named. */
  connection(id?: string): Connection {
    const { connections } = this.lab.snapshot()
    const record = id === undefined ? connections.at(-1) : connections.find(({ connection }) => connection.id === id)
    if (!record) throw new Error('no such connection')
    return record.connection
  }

  phase(): string | undefined {
    return this.lab.snapshot().connections.at(-1)?.phase
  }

  /** Connects and waits until both programs know. */
  async open(params: CommandParams<'connect'> = {}): Promise<string> {
    const { connection } = value(await this.call('connect', params))
    await this.seen('client:ready', connection)
    await this.seen('server:connection', connection)
    return connection
  }

  /** Waits until `side:event` is recorded. */
  async seen(key: string, id?: string): Promise<void> {
    await until(`${key} is recorded`, () => this.names(id).includes(key))
  }

  names(id?: string): string[] {
    return this.connection(id).events.map(({ side, name }) => `${side}:${name}`)
  }

  async closed(): Promise<void> {
    await until('the connection is closed', () => ['closed', 'failed'].includes(this.phase() ?? ''))
  }
}

export const scenario = (input: ScenarioInput): Scenario => v.parse(scenarioSchema, input)
