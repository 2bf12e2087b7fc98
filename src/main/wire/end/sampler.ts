import { closeSync, openSync, readSync } from 'node:fs'
import type { FromEnd, KernelSocket } from '@shared/wire/messages'
import { monotonic } from './clock'
import { parseProcNetTcp } from '../kernel/proc-net-tcp'

/** Between two looks while nothing but data flows, and between two that tell of queues and timers too, milliseconds. */
const BUSY = 20
const IDLE = 100

/** States that last: in any other one, each segment may be the one that changes it. */
const LASTING: ReadonlySet<KernelSocket['state']> = new Set(['LISTEN', 'ESTABLISHED', 'TIME-WAIT'])

/**
 * Reads this network's socket table around whatever may change it, and tells what changed. A state is known to have
 * begun between the look that did not show it yet and the look that does.
 */
export class Sampler {
  readonly #files: readonly number[]
  readonly #buffer = Buffer.alloc(256 * 1024)
  readonly #timer: NodeJS.Timeout
  #told = { states: '', text: '' }
  #lastFrom = monotonic()
  #lastAt = -Infinity
  #changing = false

  constructor(private readonly tell: (message: FromEnd) => void) {
    this.#files = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap(open)
    this.#timer = setInterval(() => this.look(true), IDLE)
  }

  /** A segment went by. @param controls - whether it has SYN, FIN or RST, so that it surely changes a state */
  segment(controls: boolean): void {
    if (controls || this.#changing || monotonic() - this.#lastAt >= BUSY) this.look()
  }

  /**
   * Looks now, and tells when a state differs from the last one told of.
   *
   * @param whole - tells also when only a queue or a timer does: those change with every segment
   */
  look(whole = false): void {
    const from = monotonic()
    const sockets = this.#files.flatMap((file) => parseProcNetTcp(this.#read(file)))
    const to = monotonic()
    const before = this.#lastFrom
    this.#lastFrom = from
    this.#lastAt = to
    this.#changing = sockets.some(({ state }) => !LASTING.has(state))
    const states = sockets.map(stateOf).join()
    const text = whole ? JSON.stringify(sockets) : this.#told.text
    if (states === this.#told.states && text === this.#told.text) return
    this.#told = { states, text }
    this.tell({ kind: 'kernel', before, from, to, sockets: [...sockets] })
  }

  stop(): void {
    clearInterval(this.#timer)
    for (const file of this.#files) closeSync(file)
  }

  #read(file: number): string {
    let length = 0
    for (;;) {
      const more = readSync(file, this.#buffer, length, this.#buffer.length - length, length)
      if (more === 0) break
      length += more
    }
    return this.#buffer.toString('latin1', 0, length)
  }
}

const stateOf = ({ local, remote, state, retransmits }: KernelSocket): string =>
  `${local.port} ${remote.port} ${state} ${retransmits}`

/** A kernel without IPv6 has no such file. */
function open(path: string): readonly number[] {
  try {
    return [openSync(path, 'r')]
  } catch {
    return []
  }
}
