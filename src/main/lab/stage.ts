import { arch, platform, release } from 'node:os'
import type { ErrorCode } from '@shared/protocol/errors'
import type { LabEvent } from '@shared/protocol/events'
import type { Failure } from '@shared/result'
import type { Side } from '@shared/trace/names'
import type { Trace } from '@shared/trace/schema'
import { Batches } from './batches'
import { Conversation } from './conversation'
import { History, HISTORY } from './history'
import { createIsnSource, type InitialSequenceNumbers } from './isn'
import { Recording } from './recording'
import { inOrder } from '@shared/trace/order'

export interface StageOptions {
  /** Makes the initial sequence numbers the same in each run. */
  readonly seed?: number
  /** How many events one connection keeps before equal ones merge. */
  readonly maxEvents?: number
}

export interface Casting {
  readonly observes: readonly Side[]
  readonly allowHalfOpen: { readonly client: boolean; readonly server: boolean }
  readonly scenario?: string | null
  readonly maxEvents?: number
  /** Time zero of its record, milliseconds on the lab's clock; its first event where it is not given. */
  readonly begin?: number
}

/**
 * How long before `'connection'` the record of a client that is not ours begins, milliseconds: its handshake was over by
 * then, and what must have gone before has its place above zero.
 */
const BEFORE_CONNECTION = 0.1

/** Where connections are recorded, remembered and told of. */
export class Stage {
  readonly batches = new Batches()
  readonly history: History
  readonly #drawIsn: () => InitialSequenceNumbers
  #ordinal = 0

  constructor(private readonly options: StageOptions) {
    this.#drawIsn = createIsnSource(options.seed)
    this.history = new History(HISTORY, (id) => this.#removed(id))
  }

  /** A new connection that nobody knows of yet: what is recorded before `publish` comes with its record. */
  create({
    observes,
    allowHalfOpen,
    scenario = null,
    maxEvents = this.options.maxEvents,
    begin,
  }: Casting): Conversation {
    this.#ordinal += 1
    const recording = new Recording({
      id: `c${this.#ordinal}`,
      isn: this.#drawIsn(),
      observes,
      allowHalfOpen,
      ...(maxEvents === undefined ? {} : { maxEvents }),
      ...(begin === undefined ? {} : { begin }),
    })
    return new Conversation(recording, scenario)
  }

  /**
   * A new connection of a client that is not ours: only the server's side can be recorded.
   *
   * @param at - when `'connection'` fired, milliseconds on the lab's clock
   */
  createVisit(at: number, allowHalfOpen: boolean, limits: Pick<Casting, 'maxEvents'> = {}): Conversation {
    return this.create({
      observes: ['server'],
      allowHalfOpen: { client: true, server: allowHalfOpen },
      begin: at - BEFORE_CONNECTION,
      ...limits,
    })
  }

  /** Adds the connection to the history and tells of it, from now on event by event. */
  publish(conversation: Conversation): void {
    const { id, recording } = conversation
    // What is said when the batch goes out is the newest form: while it waits, more of the same costs next to nothing.
    const changed = new Set<number>()
    const news = (): LabEvent[] => {
      const events = [...changed].map((index): LabEvent => ({
        kind: 'event',
        connection: id,
        index,
        event: recording.event(index),
      }))
      changed.clear()
      return [...events, conversation.status()]
    }
    this.batches.replace(`${id}:record`, { kind: 'connection', record: conversation.record() })
    recording.onEvent = (index) => {
      if (changed.size === 0) this.batches.replace(`${id}:news`, news)
      changed.add(index)
    }
    const { lanes } = conversation
    if (lanes !== null) {
      lanes.onSegment = (index) =>
        this.batches.replace(`${id}:segment:${index}`, () => {
          const segment = lanes.segments[index]
          return segment ? { kind: 'segment', connection: id, index, segment } : []
        })
      lanes.onState = (index) =>
        this.batches.replace(`${id}:state:${index}`, () => {
          const state = lanes.states[index]
          return state ? { kind: 'state', connection: id, index, state } : []
        })
    }
    this.history.add(conversation)
  }

  /** Tells anew what a connection is doing. */
  tell(conversation: Conversation): void {
    this.batches.replace(`${conversation.id}:status`, () => conversation.status())
  }

  fail(connection: string | null, { code, message, params }: Failure<ErrorCode>): void {
    const error = params ? { code, message, params: { ...params } } : { code, message }
    this.batches.last(`failure:${connection ?? ''}`, { kind: 'failure', connection, error })
  }

  /** The record of one connection in the form of a session file. */
  trace(conversation: Conversation): Trace {
    const { seed } = this.options
    return {
      version: 1,
      mode: 'live',
      scenario: conversation.scenario,
      startedAt: conversation.recording.startedAt,
      platform: { os: `${platform()} ${arch()}`, release: release(), node: process.version },
      ...(seed === undefined ? {} : { seed }),
      connections: [inOrder(conversation.connection())],
    }
  }

  #removed(id: string): void {
    const conversation = this.history.get(id)
    if (conversation) {
      conversation.recording.onEvent = () => undefined
      if (conversation.lanes !== null) {
        conversation.lanes.onSegment = () => undefined
        conversation.lanes.onState = () => undefined
      }
      conversation.destroy()
    }
    this.batches.forget(`${id}:record`)
    this.batches.forget(`${id}:news`)
    this.batches.last(`${id}:removed`, { kind: 'removed', connection: id })
  }
}
