import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import type { Conversation } from '@main/lab/conversation'
import { Expected } from '@main/lab/expected'

/** The part of a conversation that is looked at: whether its client's socket has closed. */
function client(): { conversation: Conversation; close: () => void } {
  const events = new EventEmitter()
  let closed = 0
  const watch = (watcher: () => void): (() => void) => {
    events.on('close', watcher)
    return () => events.off('close', watcher)
  }
  const conversation = { recording: { watch, fired: () => closed } } as unknown as Conversation
  return {
    conversation,
    close: () => {
      closed += 1
      events.emit('close')
    },
  }
}

const at = (port: number): { address: string; port: number } => ({ address: '127.0.0.1', port })

describe('the accepted sockets that are expected', () => {
  it('are told by address and port, each once', () => {
    const expected = new Expected()
    const { conversation } = client()
    expected.add(at(5000), conversation)
    expect(expected.take({ address: '127.0.0.2', port: 5000 })).toBeUndefined()
    expect(expected.take(null)).toBeUndefined()
    expect(expected.take(at(5000))).toBe(conversation)
    expect(expected.take(at(5000))).toBeUndefined()
  })

  it('are forgotten where the client was refused, a second after it closed', () => {
    let now = 0
    const expected = new Expected(() => now)
    for (let port = 1; port <= 1000; port++) {
      const refused = client()
      expected.add(at(port), refused.conversation)
      refused.close()
      now += 100
    }
    expect(expected.size).toBeLessThanOrEqual(12)
    now += 2000
    expect(expected.take(at(1000))).toBeUndefined()
  })
})
