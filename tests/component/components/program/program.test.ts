import { describe, expect, it } from 'vitest'
import { printed } from '@renderer/components/program/console-lines'
import { eventParts } from '@renderer/components/program/event-parts'
import { socketTrouble } from '@renderer/components/stage/socket-trouble'
import { WINDOW, windowFor } from '@renderer/composables/event-window'
import { connection, event } from '../../support/samples'

const line = (...args: Parameters<typeof event>): string => {
  const { name, bytes, more, count } = eventParts(event(...args))
  return [name, bytes, more, count > 1 ? `×${count}` : ''].filter((part) => part !== null && part !== '').join(' ')
}

describe('an event in the log', () => {
  it.each([
    [line(0, 'server', 'call:listen', { host: '127.0.0.1', port: 0 }), 'listen(127.0.0.1:0)'],
    [line(0, 'server', 'listening', { address: '::1', port: 3000 }), "'listening' [::1]:3000"],
    [line(0, 'client', 'call:connect', { host: '127.0.0.1', port: 3000 }), 'connect(127.0.0.1:3000)'],
    [
      line(0, 'server', 'connection', { remoteAddress: '127.0.0.1', remotePort: 9185 }),
      "'connection' ← 127.0.0.1:9185",
    ],
    [line(0, 'client', 'call:write', { bytes: 35, count: 3 }), 'write(35) ×3'],
    [line(0, 'client', 'call:end'), 'end()'],
    [line(0, 'client', 'data', { bytes: 43 }), "'data' 43"],
    [line(0, 'client', 'error', { code: 'ECONNRESET' }), "'error' ECONNRESET"],
    [line(0, 'client', 'close', { hadError: false }), "'close'"],
    [line(0, 'client', 'close', { hadError: true }), "'close' hadError"],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected)
  })

  it('tells the server’s own close from a socket’s', () => {
    expect(eventParts({ ...event(0, 'server', 'call:close'), target: 'server' }).name).toBe('server.close()')
  })
})

describe('the server console', () => {
  it('makes control characters visible and cuts what is long', () => {
    const text = `a\u0000b\u001b[2J\n${'x'.repeat(500)}`
    const lines = printed(connection({ events: [event(0, 'server', 'data', { bytes: 9, text })] }))
    expect(lines[0]).toBe('a·b·[2J')
    expect(lines[1]).toHaveLength(200)
  })

  it('names a TLS ClientHello, as far as its first bytes are known, and prints nothing more', () => {
    const hello = `\u0016\u0003\u0001\u0002\ufffd\u0001\n\u0000`
    const events = [hello, 'more'].map((text, t) => event(t, 'server', 'data', { bytes: 9, text }))
    expect(printed(connection({ events }))).toEqual([{ tls: '16030102' }])
  })

  it('prints nothing of what the client receives', () => {
    expect(printed(connection({ events: [event(0, 'client', 'data', { bytes: 2, text: 'hi' })] }))).toEqual([])
  })
})

describe('the trouble of a connection', () => {
  it('is the last error a socket fired', () => {
    const events = [event(0, 'client', 'error', { code: 'EPIPE' }), event(1, 'client', 'error', { code: 'ECONNRESET' })]
    expect(socketTrouble(connection({ events }))).toEqual({ side: 'client', code: 'ECONNRESET' })
    expect(socketTrouble(connection())).toBeNull()
  })
})

describe('the window over many rows', () => {
  it('stays where the row is in it already', () => {
    expect(windowFor(10, 0, 5000)).toBe(0)
  })

  it('moves so that the row is in it, and never beyond the ends', () => {
    for (const index of [0, 399, 400, 2500, 4999]) {
      const start = windowFor(index, 1000, 5000)
      expect(index).toBeGreaterThanOrEqual(start)
      expect(index).toBeLessThan(start + WINDOW)
      expect(start + WINDOW).toBeLessThanOrEqual(5000)
    }
  })
})
