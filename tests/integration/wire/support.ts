import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildWireEnd } from '../../../scripts/build/wire-end.mjs'
import { Lab } from '@main/lab'
import { namespaceWire, probeWire } from '@main/wire'
import type { Connection, TraceSegment } from '@shared/trace/schema'
import type { Side } from '@shared/trace/names'
import type { SegmentAction } from '@shared/wire/state'

const probed = await probeWire()

/** Why no wire can be held on this machine; null where one can. */
export const unable: string | null = probed.ok ? null : probed.error.message

const cache = fileURLToPath(new URL('../../../node_modules/.cache/wire', import.meta.url))

/** The ends' program, from the sources as they are now. */
export async function endProgram(): Promise<string> {
  const file = join(cache, `end-${process.pid}.mjs`)
  await buildWireEnd(file)
  return file
}

/** Waits for a condition as long as a busy machine may need. */
export async function until<T>(what: string, look: () => T | null | undefined | false, most = 60_000): Promise<T> {
  const end = Date.now() + most
  for (;;) {
    const found = look()
    if (found) return found
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** A lab with a wire, and the hand that holds it. */
export class Hand {
  readonly lab: Lab

  constructor(program: string) {
    this.lab = new Lab({ wire: namespaceWire(program) })
  }

  async step(): Promise<void> {
    await this.lab.handlers.setWireMode({ mode: { kind: 'step' } })
  }

  async connect(host = '', allowHalfOpen = false): Promise<string> {
    const both = { client: allowHalfOpen, server: allowHalfOpen }
    const answer = await this.lab.handlers.connect({
      host,
      port: 0,
      allowHalfOpen: both,
      noDelay: false,
      over: 'wire',
    })
    if (!answer.ok) throw new Error(answer.error.message)
    return answer.value.connection
  }

  connection(id: string): Connection {
    const trace = this.lab.trace(id)
    const [connection] = trace?.connections ?? []
    if (!connection) throw new Error(`no connection ${id}`)
    return connection
  }

  phase(id: string): string | undefined {
    return this.lab.snapshot().connections.find(({ connection }) => connection.id === id)?.phase
  }

  /** Waits for a segment of these flags in the air, and does something with it. */
  async take(
    from: Side,
    flags: string,
    action: SegmentAction,
    not: (segment: TraceSegment) => boolean = () => false,
  ): Promise<TraceSegment> {
    const { id, segment } = await until(`${flags} of the ${from} in the air`, () => {
      for (const flight of this.lab.snapshot().wire?.flights ?? []) {
        const found = this.connection(flight.connection).segments[flight.segment - 1]
        if (found?.from === from && found.flags.join(',') === flags && !not(found))
          return { id: flight.id, segment: found }
      }
      return null
    })
    const done = await this.lab.handlers.actOnSegment({ id, action, by: 0 })
    if (!done.ok) throw new Error(done.error.message)
    return segment
  }

  /** `client SYN`, `server SYN,ACK` … of what went over the wire, without what a slow machine made a kernel send again. */
  said(id: string): string[] {
    return this.#new(id).map(({ from, flags }) => `${from} ${flags.join(',')}`)
  }

  /** The same, from the first segment on that the reader let in late, or forged. */
  saidSince(id: string): string[] {
    const segments = this.#new(id)
    return segments
      .slice(segments.findIndex(({ stale, forged }) => stale ?? forged))
      .map(({ from, flags }) => `${from} ${flags.join(',')}`)
  }

  #new(id: string): TraceSegment[] {
    return this.connection(id).segments.filter(
      ({ retransmission, options }) => !retransmission && options?.sack === undefined,
    )
  }

  states(id: string, side: Side): string[] {
    return this.connection(id)
      .states.filter((state) => state.side === side)
      .map(({ state }) => state)
  }
}

/** The processes whose command line names this program. */
export function processes(program: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(program)
      } catch {
        return false
      }
    })
}
