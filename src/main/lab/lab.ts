import { setTimeout } from 'node:timers/promises'
import { ok, type Err, type Result } from '@shared/result'
import type { CommandName, CommandResult, ParsedParams, PlayerState, Snapshot } from '@shared/protocol/commands'
import type { ErrorCode } from '@shared/protocol/errors'
import type { LabHandlers } from '@shared/protocol/handlers'
import type { Scenario } from '@shared/scenario/schema'
import type { Side } from '@shared/trace/names'
import type { Address, Trace } from '@shared/trace/schema'
import type { BatchListener } from './batches'
import type { Conversation } from './conversation'
import type { ConversationEnd } from './end'
import { now } from './clock'
import { Experiments } from './experiments'
import * as failures from './failures'
import { findClosedPort } from './listener'
import { PairServer } from './pair-server'
import { OwnClientServer } from './own-client-server'
import { toPayload } from './payload'
import { checkPlayable, checkSteps } from './playable'
import { Player } from './player'
import { Serial } from './serial'
import { Stage, type StageOptions } from './stage'
import type { LabWire, OpenLabWire } from './wire-port'

export interface LabOptions extends StageOptions {
  /** Where `play` listens: 127.0.0.1 and any free port, unless given. */
  readonly host?: string
  readonly port?: number
  /** How long a scenario's step waits for its event, milliseconds; 5000 unless given. */
  readonly stepTimeout?: number
  /** Where connections over a wire are made; without it there is none. */
  readonly wire?: OpenLabWire
}

export interface Run {
  readonly conversation: Conversation
  /** Settles when the run is over. */
  readonly ended: Promise<Result<null, ErrorCode>>
}

/** Between two looks at a wire that settles, milliseconds. */
const SETTLING = 20

/** What a connection goes over. */
export type Over = ParsedParams<'connect'>['over']

type Outcome<T> = Result<T, ErrorCode>
type Answer<C extends CommandName> = Promise<Outcome<CommandResult<C>>>
type Done = Outcome<Record<string, never>>

/**
 * A real `net` server and client on the loopback, every call and event of which is recorded. Commands run one after the
 * other in the order they come; each answers with a Result and leaves the lab usable.
 */
export class Lab {
  readonly handlers: LabHandlers
  readonly #options: LabOptions
  readonly #stage: Stage
  readonly #pairServer: PairServer
  readonly #ownClient: OwnClientServer
  readonly #experiments: Experiments
  readonly #wire: LabWire | null
  readonly #serial = new Serial()
  #player: { readonly player: Player; readonly scenario: string; readonly ended: Run['ended'] } | null = null
  #playerState: PlayerState = null

  constructor(options: LabOptions = {}) {
    this.#options = options
    this.#stage = new Stage(options)
    this.#pairServer = new PairServer(this.#stage)
    this.#ownClient = new OwnClientServer(this.#stage)
    this.#experiments = new Experiments(this.#stage)
    this.#wire = options.wire?.(this.#stage) ?? null
    this.handlers = {
      snapshot: () => Promise.resolve(ok(this.snapshot())),
      listen: (params) => this.#queue(() => this.#listen(params)),
      connect: (params) => this.#queue(() => this.#connect(params)),
      write: (params) => this.#queue(() => this.#write(params)),
      end: (params) => this.#queue(() => this.#end(params)),
      destroy: (params) => this.#queue(() => this.#act(params, (end) => end.destroy())),
      resetAndDestroy: (params) => this.#queue(() => this.#act(params, (end) => end.resetAndDestroy())),
      pause: (params) => this.#queue(() => this.#act(params, (end) => end.pause())),
      resume: (params) => this.#queue(() => this.#act(params, (end) => end.resume())),
      stop: () => this.#queue(() => this.#stop()),
      reset: () => this.#queue(() => this.#reset()),
      play: ({ scenario, over }) => this.#queue(() => this.#play(scenario, over)),
      probeWire: () => this.#wire?.probe() ?? Promise.resolve(failures.wireClosed()),
      setWireMode: ({ mode }) => this.#onWire((wire) => wire.setMode(mode)),
      actOnSegment: ({ id, action, by }) => this.#onWire((wire) => wire.act(id, action, by)),
      letInCopy: ({ copy }) => this.#onWire((wire) => wire.letIn(copy)),
      forgetCopy: ({ copy }) => this.#onWire((wire) => wire.forget(copy)),
      forgeSegment: (forged) => this.#onWire((wire) => wire.forge(forged)),
      listenForOwnClient: ({ port }) => this.#queue(() => this.#ownClient.listen(port)),
      stopOwnClient: () => this.#queue(() => this.#stopOwnClient()),
      freezeServer: (params) => this.#experiments.freeze(params),
      sampleCloses: (params) => this.#experiments.sampleCloses(params),
    }
  }

  /** Hears every batch from now on. Answers the function that unsubscribes. */
  subscribe(listener: BatchListener): () => void {
    return this.#stage.batches.subscribe(listener)
  }

  /** Everything there is; batches after `sequence` tell the rest. */
  snapshot(): Snapshot {
    const { batches, history } = this.#stage
    batches.flush()
    return {
      sequence: batches.sequence,
      listener: this.#pairServer.state,
      player: this.#playerState,
      connections: history.all.map((conversation) => conversation.record()),
      wire: this.#wire?.state ?? null,
      ...this.#ownClient.snapshot,
    }
  }

  /** The record of one connection, without segments; null when it is not, or no longer, remembered. */
  trace(connectionId: string): Trace | null {
    const conversation = this.#stage.history.get(connectionId) ?? this.#ownClient.get(connectionId)
    return conversation ? this.#stage.trace(conversation) : null
  }

  /** Begins a scenario; answers once its connection exists. */
  play(scenario: Scenario, over: Over = 'loopback'): Promise<Outcome<Run>> {
    return this.#queue(() => this.#begin(scenario, over))
  }

  /** Settles once nothing is in the air and no kernel is busy with a connection, or after so many milliseconds. */
  async settled(most: number): Promise<void> {
    const until = now() + most
    while (this.#wire?.settled === false && now() < until) await setTimeout(SETTLING)
  }

  /** Closes everything: no socket and no timer is left. */
  async dispose(): Promise<void> {
    await this.#queue(() => this.#stop())
    this.#stage.batches.dispose()
  }

  #queue<T>(task: () => Promise<Outcome<T>> | Outcome<T>): Promise<Outcome<T>> {
    return this.#serial.run(async () => {
      try {
        return await task()
      } catch (cause) {
        return failures.internal(cause)
      }
    })
  }

  async #listen(params: ParsedParams<'listen'>): Answer<'listen'> {
    const listener = this.#player ? this.#busy() : await this.#pairServer.listen(params)
    return listener.ok ? ok(listener.value.address) : listener
  }

  async #connect(params: ParsedParams<'connect'>): Answer<'connect'> {
    const { host, port, allowHalfOpen, noDelay } = params
    const busy = this.#busyWith()
    if (busy) return busy
    const conversation = this.#stage.create({ observes: ['client', 'server'], allowHalfOpen })
    if (params.over === 'wire') return this.#connectOverWire(conversation, params)
    const asked = { host, port, allowHalfOpen: allowHalfOpen.server }
    const listener = await this.#pairServer.ensure(asked, conversation)
    if (!listener.ok) return listener
    this.#stage.publish(conversation)
    const both = { client: noDelay, server: noDelay }
    this.#pairServer.connect(conversation, { host, address: listener.value.address, noDelay: both })
    return ok({ connection: conversation.id })
  }

  async #connectOverWire(
    conversation: Conversation,
    { host, port, noDelay }: ParsedParams<'connect'>,
  ): Answer<'connect'> {
    const wire = this.#wire
    if (wire === null) return failures.wireClosed()
    const both = { client: noDelay, server: noDelay }
    const address = await wire.prepare(conversation, { host, port, listening: true, noDelay: both })
    if (!address.ok) return address
    wire.play(null, conversation)
    this.#stage.publish(conversation)
    wire.connect(conversation, address.value)
    return ok({ connection: conversation.id })
  }

  /** At once, not in the queue: a segment's fate can't wait for a command that waits for the segment. */
  #onWire(act: (wire: LabWire) => Done): Promise<Done> {
    return Promise.resolve(this.#wire === null ? failures.wireClosed() : act(this.#wire))
  }

  #write(params: ParsedParams<'write'>): Outcome<CommandResult<'write'>> {
    const payload = toPayload(params)
    if (!payload.ok) return payload
    const { value } = payload
    if (value === null) return failures.badPayload()
    const done = this.#act(params, (end) => end.write(value))
    return done.ok ? ok({ bytes: value.bytes }) : done
  }

  #end(params: ParsedParams<'end'>): Done {
    const payload = toPayload(params)
    return payload.ok ? this.#act(params, (end) => end.end(payload.value)) : payload
  }

  #act(
    { connection, side }: { connection?: string | undefined; side: Side },
    act: (end: ConversationEnd) => Done,
  ): Done {
    if (this.#player) return this.#busy()
    const { history } = this.#stage
    const conversation = connection === undefined ? history.newest : history.get(connection)
    if (!conversation)
      return connection === undefined ? failures.nothingConnected() : failures.noSuchConnection(connection)
    const end = conversation.end(side)
    return end.ok ? act(end.value) : end
  }

  async #play(scenario: Scenario, over: Over): Answer<'play'> {
    const run = await this.#begin(scenario, over)
    return run.ok ? ok({ connection: run.value.conversation.id }) : run
  }

  async #begin(scenario: Scenario, over: Over): Promise<Outcome<Run>> {
    const wire = over === 'wire' ? this.#wire : null
    if (over === 'wire' && wire === null) return failures.wireClosed()
    const refused =
      (wire ? (wire.refuses(scenario) ?? checkSteps(scenario)) : checkPlayable(scenario)) ?? this.#busyWith()
    if (refused) return refused
    const { client, server } = scenario
    const conversation = this.#stage.create({
      observes: ['client', 'server'],
      allowHalfOpen: { client: client.allowHalfOpen ?? false, server: server.allowHalfOpen ?? false },
      scenario: scenario.id,
    })
    const noDelay = { client: client.noDelay ?? false, server: server.noDelay ?? false }
    const { host = wire ? '' : '127.0.0.1', port = 0 } = this.#options
    const listening = server.listening !== false
    const address = wire
      ? await wire.prepare(conversation, { host, port, listening, noDelay })
      : await this.#openFor(scenario, conversation)
    if (!address.ok) return address
    wire?.play(scenario.network ?? null, conversation)
    this.#stage.publish(conversation)
    const player = new Player(scenario, conversation, {
      ...(this.#options.stepTimeout === undefined ? {} : { stepTimeout: this.#options.stepTimeout }),
      ...wire?.patience,
      connect: () =>
        wire
          ? wire.connect(conversation, address.value)
          : this.#pairServer.connect(conversation, { host: address.value.address, address: address.value, noDelay }),
      onStep: (step) => this.#tellPlayer({ scenario: scenario.id, step, steps: scenario.steps.length }),
    })
    const ended = player.run().then((result) => this.#finished(conversation, result))
    this.#player = { player, scenario: scenario.id, ended }
    return ok({ conversation, ended })
  }

  async #openFor({ server }: Scenario, conversation: Conversation): Promise<Outcome<Address>> {
    const { host = this.#pairServer.listener?.asked.host ?? '127.0.0.1', port = 0 } = this.#options
    if (server.listening === false) return findClosedPort(host, port)
    const asked = { host, port, allowHalfOpen: server.allowHalfOpen ?? false }
    const listener = await this.#pairServer.ensure(asked, conversation)
    return listener.ok ? ok(listener.value.address) : listener
  }

  #finished(conversation: Conversation, result: Result<null, ErrorCode>): Result<null, ErrorCode> {
    const stopped = this.#player?.player.stopped ?? false
    this.#player = null
    this.#tellPlayer(null)
    if (!result.ok && !stopped) this.#stage.fail(conversation.id, result.error)
    return result
  }

  async #stop(): Promise<Done> {
    this.#player?.player.stop()
    this.#pairServer.close()
    const open = this.#stage.history.all.filter(({ over }) => !over)
    for (const conversation of open) conversation.destroy()
    await Promise.all([
      this.#player?.ended,
      this.#experiments.stop(),
      this.#ownClient.close(),
      this.#wire?.close(),
      ...open.map((conversation) => conversation.closed()),
    ])
    return ok({})
  }

  async #reset(): Promise<Done> {
    await this.#stop()
    this.#stage.history.clear()
    this.#wire?.reset()
    this.#ownClient.clear()
    return ok({})
  }

  async #stopOwnClient(): Promise<Done> {
    await this.#ownClient.close()
    return ok({})
  }

  #tellPlayer(state: PlayerState): void {
    this.#playerState = state
    this.#stage.batches.last('player', { kind: 'player', player: state })
  }

  #busy(): Err<ErrorCode> {
    return failures.scenarioRunning(this.#player?.scenario ?? '')
  }

  /** Why no new connection of ours can begin now; null where one can. */
  #busyWith(): Err<ErrorCode> | null {
    if (this.#player) return this.#busy()
    const open = this.#stage.history.all.find(({ over, ours }) => ours && !over)
    return open ? failures.alreadyConnected(open.id) : null
  }
}
