import { arch, platform, release } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { err, ok, type Result } from '@shared/result'
import { SIDES, type Side } from '@shared/trace/names'
import type { Connection, Trace } from '@shared/trace/schema'
import type { WireFault } from '@shared/wire/faults'
import type { FromEnd } from '@shared/wire/messages'
import { now, toMicroseconds } from '../lab/clock'
import { WireLog } from './log'
import { ADDRESSES, type EndMaker } from './maker'
import { wireFault } from './fault'
import { tupleKey, Wire, type Recorded, type Tuple } from './wire'

export interface ProgramsOptions {
  readonly server: string
  readonly client: string
  readonly cwd: string
  readonly maker: EndMaker
  /** Delay of each segment on its way, milliseconds. */
  readonly delay?: number
  /** How long the server may take to listen, milliseconds; 10 s unless given. */
  readonly patience?: number
  /** Ends the run when it fires. */
  readonly stop?: AbortSignal
  /** What the programs print. */
  readonly output?: (side: Side, stream: 1 | 2, text: Uint8Array) => void
  /** One line about how the run goes. */
  readonly note?: (line: string) => void
}

export type ProgramsFault = WireFault | 'server-ended' | 'never-listens'

/** Connections kept, and how long the kernels may take to fall quiet once the client's program is over, milliseconds. */
const MOST_CONNECTIONS = 100
const SETTLES = 3000
const LOOK = 20

interface Captured {
  readonly id: string
  readonly tuple: Tuple
  readonly log: WireLog
  readonly recorded: Recorded
}

/** Any two programs on a wire: what they said to each other is captured; what they saw of it, nobody knows. */
class Programs {
  readonly #connections: Captured[] = []
  readonly #exited = new Map<Side, Extract<FromEnd, { kind: 'exited' }>>()
  readonly #startedAt = new Date()
  #begin: number | null = null
  #lost: Result<never, WireFault> | null = null
  #wire: Wire | null = null
  #uncounted = 0

  constructor(private readonly options: ProgramsOptions) {}

  async run(): Promise<Result<Trace, ProgramsFault>> {
    const { maker, output, delay = 0 } = this.options
    const opened = await Wire.open(maker, {
      recorded: (tuple, from, packet) => this.#recorded(tuple, from, packet),
      message: (side, message) => this.#heard(side, message),
      output: (side, stream, bytes) => output?.(side, stream, bytes),
      lost: (_side, fault, detail) => (this.#lost = wireFault(fault, detail)),
      changed: () => undefined,
    })
    if (!opened.ok) return opened
    const wire = opened.value
    this.#wire = wire
    try {
      wire.relay.setMode({ kind: 'through', delay })
      const failed = await this.#play(wire)
      return failed ?? ok(this.#trace())
    } finally {
      await wire.close()
    }
  }

  async #play(wire: Wire): Promise<Result<never, ProgramsFault> | null> {
    const { server, client, cwd, patience = 10_000 } = this.options
    wire.tell('server', { kind: 'run', command: server, cwd })
    const listens = (): boolean => wire.tables.server.sockets.some(({ state }) => state === 'LISTEN')
    await this.#until(() => listens() || this.#exited.has('server'), patience)
    if (this.#lost) return this.#lost
    if (!listens()) return this.#silent(patience)
    wire.tell('client', { kind: 'run', command: client, cwd })
    await this.#until(() => this.#exited.has('client'), Infinity)
    if (this.#lost) return this.#lost
    const exited = this.#exited.get('client')
    if (exited?.code) this.options.note?.(`The client's command ended with exit code ${exited.code}.`)
    await this.#until(() => this.#quiet(wire), SETTLES)
    if (this.#uncounted > 0)
      this.options.note?.(
        `Only the first ${MOST_CONNECTIONS} connections were kept; ${this.#uncounted} segments of others were not.`,
      )
    return null
  }

  #silent(patience: number): Result<never, ProgramsFault> | null {
    const exited = this.#exited.get('server')
    if (this.options.stop?.aborted) return null
    if (exited)
      return err(
        'server-ended',
        `The server's command ended at once (${exited.signal ?? `exit code ${exited.code}`}): it has to keep listening; what it printed stands above.`,
      )
    return err(
      'never-listens',
      `The server's command did not listen on any port within ${patience / 1000} s: let it listen on ${ADDRESSES.server.ipv4} or on every address.`,
    )
  }

  /** Nothing is in the air, and every socket waits for somebody or for TIME-WAIT to pass. */
  #quiet(wire: Wire): boolean {
    const lasting = new Set(['LISTEN', 'TIME-WAIT', 'ESTABLISHED', 'FIN-WAIT-2', 'CLOSE-WAIT'])
    return (
      wire.relay.flights.length === 0 &&
      SIDES.every((side) => wire.tables[side].sockets.every(({ state }) => lasting.has(state)))
    )
  }

  async #until(condition: () => boolean, most: number): Promise<void> {
    const end = now() + most
    while (!condition() && !this.#lost && !this.options.stop?.aborted && now() < end) await setTimeout(LOOK)
  }

  #heard(side: Side, message: FromEnd): void {
    if (message.kind === 'exited') this.#exited.set(side, message)
    if (message.kind === 'silenced')
      this.options.note?.(`The ${side}'s command printed ${message.bytes} bytes more, which are not shown.`)
  }

  #recorded(tuple: Tuple, from: Side, packet: Parameters<WireLog['begins']>[1]): Recorded | null {
    const known = this.#connections.findLast((connection) => tupleKey(connection.tuple) === tupleKey(tuple))
    if (known && !known.log.begins(from, packet)) return known.recorded
    if (this.#connections.length >= MOST_CONNECTIONS) {
      this.#uncounted += 1
      return null
    }
    const id = `c${this.#connections.length + 1}`
    const log = new WireLog(this.options.maker.kind)
    const recorded: Recorded = { id, log, time: (at) => this.#time(at) }
    this.#connections.push({ id, tuple, log, recorded })
    this.#wire?.watch(tuple, recorded)
    return recorded
  }

  /** All connections of the run have one clock, which begins with its first segment. */
  #time(at: number): number {
    this.#begin ??= at
    return Math.max(0, toMicroseconds(at - this.#begin))
  }

  #trace(): Trace {
    const connections = this.#connections.map(({ id, tuple, log }): Connection => {
      const { isn } = log
      const address = (side: Side): string => ADDRESSES[side][tuple.version === 4 ? 'ipv4' : 'ipv6']
      return {
        id,
        client: { address: address('client'), port: tuple.client },
        server: { address: address('server'), port: tuple.server },
        observes: [],
        allowHalfOpen: { client: true, server: true },
        isn: { client: isn.client ?? 0, server: isn.server ?? 0 },
        events: [],
        segments: log.segments,
        states: log.states,
        notes: [],
        wire: log.origin,
      }
    })
    return {
      version: 1,
      mode: 'live',
      scenario: null,
      startedAt: this.#startedAt.toISOString(),
      platform: { os: `${platform()} ${arch()}`, release: release(), node: process.version },
      connections,
    }
  }
}

/**
 * Runs any two programs on a wire and answers their conversation. Both end with the run.
 *
 * @returns the trace; or why there was no conversation: the wire can't be had, or the server's program does not listen
 */
export const runPrograms = (options: ProgramsOptions): Promise<Result<Trace, ProgramsFault>> =>
  new Programs(options).run()
