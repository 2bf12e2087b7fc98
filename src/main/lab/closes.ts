import { ok, type Result } from '@shared/result'
import type { CloseSample, Sampling } from '@shared/protocol/experiments'
import type { ParsedParams } from '@shared/protocol/commands'
import type { ErrorCode } from '@shared/protocol/errors'
import type { ConnectionRecord } from '@shared/protocol/commands'
import type { TraceEvent } from '@shared/trace/schema'
import { remoteAddress } from './address'
import type { Conversation } from './conversation'
import { Expected } from './expected'
import { experimentStopped } from './failures'
import { Listener } from './listener'
import type { Stage } from './stage'

/** Closes that wait for their answer at the same time; without a delay each has the event loop for itself. */
const AT_ONCE = 10
/** How long the connection rests before the client ends it, milliseconds: the handshake's last events are over. */
const REST = 5

/** Makes real closes, one connection each, and sorts them by the order in which their events fired. */
export class CloseSampler {
  readonly #expected = new Expected()
  readonly #open = new Set<Conversation>()
  #stopped = false

  constructor(
    private readonly stage: Stage,
    private readonly params: ParsedParams<'sampleCloses'>,
    private readonly onProgress: (sampling: Sampling) => void,
  ) {}

  async run(): Promise<Result<CloseSample, ErrorCode>> {
    const { runs, allowHalfOpen, answerDelay } = this.params
    const opened = await Listener.open({ host: '127.0.0.1', port: 0, allowHalfOpen })
    if (!opened.ok) return opened
    const listener = opened.value
    listener.onConnection = (socket) => {
      const conversation = this.#expected.take(remoteAddress(socket))
      if (conversation && !this.#stopped) conversation.accept(socket)
      else socket.destroy()
    }
    const records: ConnectionRecord[] = []
    let begun = 0
    const lane = async (): Promise<void> => {
      while (begun < runs && !this.#stopped) {
        const index = begun++
        records[index] = await this.#close(listener)
        this.onProgress({ done: records.filter(Boolean).length, runs })
      }
    }
    await Promise.all(Array.from({ length: answerDelay > 0 ? AT_ONCE : 1 }, lane))
    await listener.close()
    return this.#stopped ? experimentStopped() : ok({ orders: ordersOf(records), records })
  }

  /** Gives up: the run answers a failure once its sockets are closed. */
  stop(): void {
    this.#stopped = true
    for (const conversation of this.#open) conversation.destroy()
  }

  async #close(listener: Listener): Promise<ConnectionRecord> {
    const { allowHalfOpen, answerDelay } = this.params
    const conversation = this.stage.create({
      observes: ['client', 'server'],
      allowHalfOpen: { client: allowHalfOpen, server: allowHalfOpen },
    })
    this.#open.add(conversation)
    const { address } = listener
    const noDelay = { client: false, server: false }
    conversation.connect({ host: address.address, address, noDelay }, (local) =>
      this.#expected.add(local, conversation),
    )
    await conversation.when(
      ({ recording }) => recording.fired('client:ready') * recording.fired('server:connection') > 0,
    )
    await rest(conversation, REST)
    act(conversation, 'client')
    if (allowHalfOpen) {
      await conversation.when(({ recording }) => recording.fired('server:end') > 0)
      if (answerDelay > 0) await rest(conversation, answerDelay)
      act(conversation, 'server')
    }
    await conversation.closed()
    this.#open.delete(conversation)
    return conversation.record()
  }
}

/** Lets time pass; a connection that is destroyed meanwhile ends the rest. */
function rest(conversation: Conversation, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    void conversation.closed().then(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}

/** A side that is destroyed because the run was stopped has nothing to end. */
function act(conversation: Conversation, side: 'client' | 'server'): void {
  const end = conversation.end(side)
  if (end.ok) end.value.end(null)
}

/** Sorts the runs by the order of calls and events from the client's end() on, the most frequent order first. */
function ordersOf(records: readonly ConnectionRecord[]): CloseSample['orders'] {
  const byOrder = new Map<string, CloseSample['orders'][number]>()
  for (const [run, { connection }] of records.entries()) {
    const names = closeOf(connection.events).map(({ side, name }) => `${side}:${name}`)
    const key = names.join(' ')
    const order = byOrder.get(key) ?? { events: names, count: 0, runs: [] }
    byOrder.set(key, { ...order, count: order.count + 1, runs: [...order.runs, run] })
  }
  return [...byOrder.values()].sort((a, b) => b.count - a.count)
}

const closeOf = (events: readonly TraceEvent[]): readonly TraceEvent[] =>
  events.slice(
    Math.max(
      events.findIndex(({ name }) => name === 'call:end'),
      0,
    ),
  )
