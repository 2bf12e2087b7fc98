import { describe, expect, it } from 'vitest'
import { MAX_IN_FLIGHT, Relay, type Flight, type RelayClock } from '@main/wire/relay'
import type { Side } from '@shared/trace/names'

/** A clock that stands until it is moved. */
class Clock implements RelayClock {
  #now = 0
  readonly #tasks = new Set<{ at: number; task: () => void }>()

  now(): number {
    return this.#now
  }

  after(milliseconds: number, task: () => void): () => void {
    const entry = { at: this.#now + milliseconds, task }
    this.#tasks.add(entry)
    return () => this.#tasks.delete(entry)
  }

  move(to: number): void {
    for (const entry of [...this.#tasks].sort((a, b) => a.at - b.at)) {
      if (entry.at > to || !this.#tasks.delete(entry)) continue
      this.#now = entry.at
      entry.task()
    }
    this.#now = to
  }
}

function wire(): { relay: Relay; clock: Clock; landed: string[]; log: string[] } {
  const clock = new Clock()
  const landed: string[] = []
  const log: string[] = []
  const name = ({ from, bytes }: Flight): string => `${from} ${bytes[0]}`
  const relay = new Relay(clock, (to: Side, bytes) => landed.push(`${to} ${bytes[0]} at ${clock.now()}`), {
    departed: (flight, copy) => log.push(`sent ${name(flight)}${copy ? ' again' : ''}`),
    landed: (flight, by) => log.push(`landed ${name(flight)} by ${by}`),
    dropped: (flight, by) => log.push(`dropped ${name(flight)} by ${by}`),
    waits: (flight) => log.push(`waits ${name(flight)}${flight.held ? '' : ' until ' + String(flight.due)}`),
  })
  return { relay, clock, landed, log }
}

const id = (relay: Relay, at = 0): number => relay.flights[at]?.id ?? -1

describe('Relay', () => {
  it('lets everything through at once, or after its delay, in order', () => {
    const { relay, clock, landed } = wire()
    relay.send('client', Uint8Array.of(1))
    relay.setMode({ kind: 'through', delay: 50 })
    relay.send('client', Uint8Array.of(2))
    relay.send('server', Uint8Array.of(3))
    clock.move(49)
    expect(landed).toEqual(['server 1 at 0'])
    clock.move(50)
    expect(landed.slice(1)).toEqual(['server 2 at 50', 'client 3 at 50'])
  })

  it('holds everything in steps, and does with one what the reader says, once', () => {
    const { relay, clock, landed, log } = wire()
    relay.setMode({ kind: 'step' })
    for (const byte of [1, 2, 3]) relay.send('client', Uint8Array.of(byte))
    clock.move(1_000_000)
    expect(landed).toEqual([])
    const [first, second] = [id(relay), id(relay, 1)]
    expect(relay.drop(first)).toBe(true)
    expect(relay.deliver(first)).toBe(false)
    expect(relay.delay(second, 100)).toBe(true)
    expect(relay.duplicate(second)).toBe(true)
    clock.move(1_000_100)
    expect(landed).toEqual(['server 2 at 1000100'])
    expect(log).toContain('dropped client 1 by reader')
    expect(log).toContain('sent client 2 again')
    expect(relay.flights).toHaveLength(2)
  })

  it('lets the next of the same direction overtake, and only that', () => {
    const { relay, landed } = wire()
    relay.setMode({ kind: 'step' })
    relay.send('client', Uint8Array.of(1))
    relay.send('server', Uint8Array.of(2))
    expect(relay.follower(id(relay))).toBeNull()
    expect(relay.overtake(id(relay))).toBe(false)
    relay.send('client', Uint8Array.of(3))
    expect(relay.overtake(id(relay))).toBe(true)
    expect(landed).toEqual(['server 3 at 0'])
    expect(relay.flights.map(({ bytes }) => bytes[0])).toEqual([1, 2])
  })

  it('keeps the bytes of a held segment, whatever becomes of the buffer they came in', () => {
    const { relay, landed } = wire()
    relay.setMode({ kind: 'step' })
    const buffer = Uint8Array.of(1)
    relay.send('client', buffer)
    buffer[0] = 9
    relay.deliver(id(relay))
    expect(landed).toEqual(['server 1 at 0'])
  })

  it('takes 10,000 segments and drops what comes then', () => {
    const { relay, log } = wire()
    relay.setMode({ kind: 'step' })
    for (let n = 0; n < MAX_IN_FLIGHT + 2; n += 1) relay.send('client', Uint8Array.of(n & 255))
    expect(relay.flights).toHaveLength(MAX_IN_FLIGHT)
    expect(log.filter((line) => line.startsWith('dropped'))).toHaveLength(2)
    relay.clear()
    expect(relay.flights).toEqual([])
    expect(log.filter((line) => line.endsWith('by wire'))).toHaveLength(MAX_IN_FLIGHT + 2)
  })

  it('plays a script: lost, late and doubled', () => {
    const { relay, clock, landed, log } = wire()
    relay.setMode({ kind: 'script' })
    relay.setScript((_from, bytes) =>
      bytes[0] === 1
        ? [{ takes: null, copy: false }]
        : [
            { takes: 20, copy: false },
            { takes: 30, copy: true },
          ],
    )
    relay.send('client', Uint8Array.of(1))
    relay.send('server', Uint8Array.of(2))
    clock.move(100)
    expect(landed).toEqual(['client 2 at 20', 'client 2 at 30'])
    expect(log).toContain('dropped client 1 by scenario')
  })

  it('lets a copy in at once, or has it wait where everything does', () => {
    const { relay, landed } = wire()
    relay.letIn('client', Uint8Array.of(7))
    relay.setMode({ kind: 'step' })
    relay.letIn('server', Uint8Array.of(8))
    expect(landed).toEqual(['server 7 at 0'])
    expect(relay.flights).toHaveLength(1)
  })
})
