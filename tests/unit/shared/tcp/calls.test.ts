import { describe, expect, it } from 'vitest'
import { PROFILES } from '@shared/tcp/profile'
import { TCP_STATES, type TcpState } from '@shared/trace/names'
import { Script } from './script'
import { inState } from './states'

/** The user calls of RFC 9293 §3.10.1 to §3.10.6. */

type Call = 'active' | 'passive' | 'send' | 'receive' | 'close' | 'abort'

const CALLS: Readonly<Record<Call, (script: Script) => string[]>> = {
  active: (script) => script.open('active'),
  passive: (script) => script.open('passive'),
  send: (script) => script.send(5),
  receive: (script) => script.read(5),
  close: (script) => script.close(),
  abort: (script) => script.feed({ kind: 'abort' }),
}

const ENDING: readonly TcpState[] = ['FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSING', 'LAST-ACK', 'TIME-WAIT']

/** Which error each call meets in each state; null where the call is legal. */
function expected(call: Call, state: TcpState): string | null {
  if (call === 'active') return state === 'CLOSED' || state === 'LISTEN' ? null : 'connection-already-exists'
  if (call === 'passive') return state === 'CLOSED' ? null : 'connection-already-exists'
  if (state === 'CLOSED') return 'connection-does-not-exist'
  if (call === 'send') return ENDING.includes(state) ? 'connection-closing' : null
  if (call === 'receive')
    return ['CLOSE-WAIT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT'].includes(state) ? 'connection-closing' : null
  if (call === 'close') return ENDING.includes(state) ? 'connection-closing' : null
  return null
}

describe.each(TCP_STATES)('in %s', (state) => {
  it.each(Object.keys(CALLS) as Call[])('%s is legal or an error that changes nothing', (call) => {
    const script = inState[state]()
    const before = script.endpoint
    const sent = CALLS[call](script)
    expect(script.last?.error?.code ?? null).toBe(expected(call, state))
    if (script.last?.error) {
      expect(script.endpoint).toBe(before)
      expect([sent, script.last.transitions]).toEqual([[], []])
    }
  })
})

describe('CLOSE', () => {
  it.each([
    ['LISTEN', 'CLOSED', []],
    ['SYN-SENT', 'CLOSED', []],
    ['SYN-RECEIVED', 'FIN-WAIT-1', ['<SEQ=101><ACK=301><CTL=FIN,ACK>']],
    ['ESTABLISHED', 'FIN-WAIT-1', ['<SEQ=101><ACK=301><CTL=FIN,ACK>']],
    ['CLOSE-WAIT', 'LAST-ACK', ['<SEQ=101><ACK=302><CTL=FIN,ACK>']],
  ] as const)('%s goes to %s', (from, to, sent) => {
    const script = inState[from]()
    expect(script.close()).toEqual(sent)
    expect(script.state).toBe(to)
  })

  it('sends the FIN behind the last byte queued, on the same segment where it fits', () => {
    const script = Script.established(100, 300, {}, 10)
    expect(script.send(15)).toEqual(['<SEQ=101><ACK=301><DATA=10><CTL=ACK>'])
    expect(script.close()).toEqual([])
    expect(script.get('<SEQ=301><ACK=111><CTL=ACK><WND=10>')).toEqual(['<SEQ=111><ACK=301><DATA=5><CTL=FIN,ACK>'])
  })

  it('waits in SYN-RECEIVED for text that was queued first', () => {
    const script = inState['SYN-RECEIVED']()
    script.send(5)
    expect(script.close()).toEqual([])
    expect(script.state).toBe('SYN-RECEIVED')
    expect(script.get('<SEQ=301><ACK=101><CTL=ACK>')).toEqual(['<SEQ=101><ACK=301><DATA=5><CTL=FIN,ACK>'])
    expect(script.state).toBe('FIN-WAIT-1')
  })

  it('answers unread data with a reset when the program will never read it (RFC 2525 §2.17)', () => {
    const script = Script.established()
    script.get('<SEQ=301><ACK=101><DATA=5><CTL=ACK>')
    expect(script.close(false)).toEqual(['<SEQ=101><CTL=RST>'])
    expect(script.state).toBe('CLOSED')
    const linux = Script.established(100, 300, { profile: PROFILES.linux })
    linux.get('<SEQ=301><ACK=101><DATA=5><CTL=ACK>')
    expect(linux.close(false)).toEqual(['<SEQ=101><ACK=306><CTL=RST,ACK>'])
  })
})

describe('ABORT', () => {
  it('resets where the peer still has a connection, and is silent elsewhere', () => {
    for (const state of TCP_STATES) {
      const script = inState[state]()
      const sent = script.feed({ kind: 'abort' })
      const loud = ['SYN-RECEIVED', 'ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSE-WAIT'].includes(state)
      expect(sent).toHaveLength(loud ? 1 : 0)
      expect(script.state).toBe('CLOSED')
    }
  })
})

describe('the other calls', () => {
  it('SEND turns a listener into an opener', () => {
    const script = inState.LISTEN()
    expect(script.send(4)).toEqual(['<SEQ=100><CTL=SYN>'])
    expect(script.get('<SEQ=300><ACK=101><CTL=SYN,ACK>')).toEqual([
      '<SEQ=101><ACK=301><CTL=ACK>',
      '<SEQ=101><ACK=301><DATA=4><CTL=ACK>',
    ])
  })

  it('SEND beyond the buffer is refused and changes nothing', () => {
    const script = Script.established()
    const before = script.endpoint
    expect(script.send(65_536)).toEqual([])
    expect(script.last?.error?.code).toBe('insufficient-resources')
    expect(script.endpoint).toBe(before)
  })
})
