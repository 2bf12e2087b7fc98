import { describe, expect, it } from 'vitest'
import { createEndpoint } from '@shared/tcp/endpoint'
import { Loopback, loopbackState, ONE_WAY, type LoopbackObserver } from '@shared/tcp/network/loopback'
import { LINUX_LOOPBACK } from '@shared/tcp/profile'
import { flagNames } from '@shared/trace/flags'

/** A client that has connected to a server over loopback, and what an observer was told since. */
function connected(): { wire: Loopback; told: string[] } {
  const told: string[] = []
  const observer: LoopbackObserver = {
    sent(from, _sender, { segment }, t) {
      return told.push(`${t.toFixed(3)} ${from} ${flagNames(segment.flags).join()} ${segment.len}`)
    },
    arrived: (n, t) => told.push(`${t.toFixed(3)} arrived ${n}`),
    worked: () => {},
  }
  const end = (iss: number): ReturnType<typeof createEndpoint> => createEndpoint({ profile: LINUX_LOOPBACK, iss })
  const wire = new Loopback(loopbackState({ client: end(100), server: end(300) }), observer)
  wire.listen()
  wire.call('client', { kind: 'open', mode: 'active' }, 0, null)
  told.length = 0
  return { wire, told }
}

describe('the loopback', () => {
  it('delivers inside the call, and tells of each segment when it leaves and when it arrives', () => {
    const { wire, told } = connected()
    expect(wire.ends.server.state).toBe('ESTABLISHED')
    wire.call('client', { kind: 'send', bytes: 10, push: true }, 5, null)
    expect(told).toEqual([
      '5.000 client PSH,ACK 10',
      `${(5 + ONE_WAY).toFixed(3)} arrived 1`,
      `${(5 + ONE_WAY).toFixed(3)} server ACK 0`,
      `${(5 + 2 * ONE_WAY).toFixed(3)} arrived 3`,
    ])
    expect(wire.ends.server.rcvUnread).toBe(10)
  })

  it('refuses what TCP refuses, and goes on', () => {
    const { wire } = connected()
    expect(wire.call('client', { kind: 'open', mode: 'active' }, 5, null)).toBe(false)
    expect(wire.call('client', { kind: 'send', bytes: 1, push: true }, 5, null)).toBe(true)
  })

  it('lets a sender go on whose window must have been larger, and has nothing to widen for one that does not wait', () => {
    const { wire } = connected()
    expect(wire.widen('client', 131_072, 5, null)).toBe(false)
    wire.call('client', { kind: 'send', bytes: 150_000, push: true }, 5, null)
    const full = wire.ends.server.rcvUnread
    expect(full).toBeLessThan(150_000)
    expect(wire.widen('client', 131_072, 6, null)).toBe(true)
    expect(wire.ends.server.rcvUnread).toBe(150_000)
  })

  it('takes text across without a segment', () => {
    const { wire, told } = connected()
    expect(wire.transfer('client', 1_000_000)).toBe(true)
    expect(told).toEqual([])
    wire.call('client', { kind: 'send', bytes: 10, push: true }, 5, null)
    expect(wire.ends.server.rcvNxt).toBe(100 + 1 + 1_000_000 + 10)
  })
})
