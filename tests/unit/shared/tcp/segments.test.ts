import { describe, expect, it } from 'vitest'
import { TCP_STATES } from '@shared/trace/names'
import { Script } from './script'
import { inState } from './states'

/** SEGMENT ARRIVES, RFC 9293 §3.10.7: packet scripts, a state and an event each. */

describe('inState', () => {
  it.each(TCP_STATES)('%s is reached', (state) => {
    expect(inState[state]().state).toBe(state)
  })
})

describe('CLOSED', () => {
  it('answers an ACK with a reset that takes its number', () => {
    const closed = inState.CLOSED()
    expect(closed.get('<SEQ=7><ACK=900><CTL=ACK>')).toEqual(['<SEQ=900><CTL=RST>'])
    expect(closed.why()).toEqual(['rst-closed'])
  })

  it('answers a segment without ACK with seq 0 and an ACK of all of it', () => {
    expect(inState.CLOSED().get('<SEQ=7><CTL=SYN>')).toEqual(['<SEQ=0><ACK=8><CTL=RST,ACK>'])
    expect(inState.CLOSED().get('<SEQ=7><DATA=10><CTL=SYN,FIN>')).toEqual(['<SEQ=0><ACK=19><CTL=RST,ACK>'])
  })

  it('never answers a reset', () => {
    expect(inState.CLOSED().get('<SEQ=7><CTL=RST>')).toEqual([])
  })
})

describe('LISTEN', () => {
  it('ignores a reset, resets an ACK, drops the rest', () => {
    expect(inState.LISTEN().get('<SEQ=7><CTL=RST>')).toEqual([])
    expect(inState.LISTEN().get('<SEQ=7><ACK=900><CTL=ACK>')).toEqual(['<SEQ=900><CTL=RST>'])
    expect(inState.LISTEN().get('<SEQ=7><DATA=3><CTL=FIN>')).toEqual([])
  })

  it('takes a SYN but not the text on it, which comes again', () => {
    const listen = inState.LISTEN()
    expect(listen.get('<SEQ=300><DATA=5><CTL=SYN>')).toEqual(['<SEQ=100><ACK=301><CTL=SYN,ACK>'])
    expect(listen.endpoint.rcvUnread).toBe(0)
  })
})

describe('SYN-SENT', () => {
  it('is refused by a reset that acknowledges the SYN', () => {
    const sent = inState['SYN-SENT']()
    expect(sent.get('<SEQ=0><ACK=101><CTL=RST,ACK>')).toEqual([])
    expect(sent.state).toBe('CLOSED')
    expect(sent.notices()).toEqual(['refused', 'closed'])
  })

  it('ignores a reset that acknowledges something else, or nothing', () => {
    for (const reset of ['<SEQ=0><ACK=100><CTL=RST,ACK>', '<SEQ=0><ACK=102><CTL=RST,ACK>', '<SEQ=0><CTL=RST>']) {
      const sent = inState['SYN-SENT']()
      expect(sent.get(reset)).toEqual([])
      expect(sent.state).toBe('SYN-SENT')
    }
  })

  it('resets an ACK of what it never sent', () => {
    expect(inState['SYN-SENT']().get('<SEQ=300><ACK=100><CTL=SYN,ACK>')).toEqual(['<SEQ=100><CTL=RST>'])
    expect(inState['SYN-SENT']().get('<SEQ=300><ACK=102><CTL=SYN,ACK>')).toEqual(['<SEQ=102><CTL=RST>'])
  })
})

describe('SYN-RECEIVED', () => {
  it('resets an ACK that is not of its SYN', () => {
    const received = inState['SYN-RECEIVED']()
    expect(received.get('<SEQ=301><ACK=100><CTL=ACK>')).toEqual(['<SEQ=100><CTL=RST>'])
    expect(received.get('<SEQ=301><ACK=102><CTL=ACK>')).toEqual(['<SEQ=102><CTL=RST>'])
    expect(received.state).toBe('SYN-RECEIVED')
  })

  it('answers a repeated SYN with its numbers', () => {
    expect(inState['SYN-RECEIVED']().get('<SEQ=300><CTL=SYN>')).toEqual(['<SEQ=101><ACK=301><CTL=ACK>'])
  })

  it('returns to LISTEN on a reset after a passive OPEN, and is refused after an active one', () => {
    const passive = inState['SYN-RECEIVED']()
    passive.get('<SEQ=301><CTL=RST>')
    expect(passive.state).toBe('LISTEN')
    const active = inState['SYN-SENT']()
    active.get('<SEQ=300><CTL=SYN>')
    active.get('<SEQ=301><CTL=RST>')
    expect(active.state).toBe('CLOSED')
    expect(active.notices()).toContain('refused')
  })

  it('takes text and FIN on the third step', () => {
    const received = inState['SYN-RECEIVED']()
    expect(received.get('<SEQ=301><ACK=101><DATA=4><CTL=FIN,ACK>')).toEqual(['<SEQ=101><ACK=306><CTL=ACK>'])
    expect(received.state).toBe('CLOSE-WAIT')
    expect(received.notices()).toEqual(['established', 'data', 'peer-closed'])
  })
})

describe('ESTABLISHED: sequence numbers', () => {
  it('answers text that was taken before with an ACK, and takes only what is new of an overlap', () => {
    const open = Script.established()
    open.get('<SEQ=301><ACK=101><DATA=10><CTL=ACK>')
    expect(open.get('<SEQ=301><ACK=101><DATA=10><CTL=ACK>')).toEqual(['<SEQ=101><ACK=311><CTL=ACK>'])
    expect(open.why()).toEqual(['ack-unacceptable'])
    open.get('<SEQ=306><ACK=101><DATA=10><CTL=ACK>')
    expect(open.endpoint.rcvNxt).toBe(316)
    expect(open.endpoint.rcvUnread).toBe(15)
  })

  it('keeps text that comes early, names the gap at once, and takes it all when the gap is filled', () => {
    const open = Script.established()
    expect(open.get('<SEQ=311><ACK=101><DATA=10><CTL=FIN,ACK>')).toEqual(['<SEQ=101><ACK=301><CTL=ACK>'])
    expect(open.why()).toEqual(['ack-out-of-order'])
    expect(open.get('<SEQ=301><ACK=101><DATA=10><CTL=ACK>')).toEqual(['<SEQ=101><ACK=322><CTL=ACK>'])
    expect(open.why()).toEqual(['ack-gap-filled'])
    expect(open.state).toBe('CLOSE-WAIT')
    expect(open.endpoint.rcvUnread).toBe(20)
  })

  it('answers empty strays at most twice a second', () => {
    const open = Script.established()
    expect(open.get('<SEQ=100><ACK=101><CTL=ACK>')).toHaveLength(1)
    expect(open.get('<SEQ=100><ACK=101><CTL=ACK>')).toHaveLength(0)
    open.now += 500
    expect(open.get('<SEQ=100><ACK=101><CTL=ACK>')).toHaveLength(1)
  })
})

describe('ESTABLISHED: RST, SYN and ACK', () => {
  it('is reset only by exactly the next number (RFC 5961 §3)', () => {
    const open = Script.established()
    expect(open.get('<SEQ=302><CTL=RST>')).toEqual(['<SEQ=101><ACK=301><CTL=ACK>'])
    expect(open.why()).toEqual(['challenge-rst'])
    expect(open.get('<SEQ=300><CTL=RST>')).toEqual([])
    expect(open.state).toBe('ESTABLISHED')
    open.get('<SEQ=301><CTL=RST>')
    expect(open.state).toBe('CLOSED')
    expect(open.notices()).toEqual(['reset', 'closed'])
  })

  it('challenges a SYN in the window (RFC 5961 §4)', () => {
    const open = Script.established()
    expect(open.get('<SEQ=350><CTL=SYN>')).toEqual(['<SEQ=101><ACK=301><CTL=ACK>'])
    expect(open.why()).toEqual(['challenge-syn'])
    expect(open.state).toBe('ESTABLISHED')
  })

  it('drops a segment without ACK, and one that acknowledges the unsent', () => {
    const open = Script.established()
    expect(open.get('<SEQ=301><DATA=5><CTL=FIN>')).toEqual([])
    expect(open.endpoint.rcvNxt).toBe(301)
    expect(open.get('<SEQ=301><ACK=102><DATA=5><CTL=ACK>')).toEqual(['<SEQ=101><ACK=301><CTL=ACK>'])
    expect(open.why()).toEqual(['challenge-ack'])
    expect(open.endpoint.rcvNxt).toBe(301)
  })
})

describe('the close', () => {
  it('goes from FIN-WAIT-1 to TIME-WAIT on one segment that acknowledges and closes (§3.3.2, note 2)', () => {
    const closing = inState['FIN-WAIT-1']()
    expect(closing.get('<SEQ=301><ACK=102><CTL=FIN,ACK>')).toEqual(['<SEQ=102><ACK=302><CTL=ACK>'])
    expect(closing.state).toBe('TIME-WAIT')
    expect(closing.last?.transitions.map(({ id }) => id)).toEqual(['fin-wait-1-rcv-fin-ack-of-fin'])
  })

  it('TIME-WAIT acknowledges a repeated FIN and waits anew', () => {
    const waiting = inState['TIME-WAIT']()
    waiting.now += 100_000
    expect(waiting.get('<SEQ=301><ACK=102><CTL=FIN,ACK>')).toEqual(['<SEQ=102><ACK=302><CTL=ACK>'])
    expect(waiting.why()).toEqual(['ack-fin-again'])
    waiting.wait(239_999)
    expect(waiting.state).toBe('TIME-WAIT')
    waiting.wait(1)
    expect(waiting.state).toBe('CLOSED')
  })

  it('resets when data comes for a program that has closed for good', () => {
    const closing = Script.established()
    closing.close(false)
    expect(closing.get('<SEQ=301><ACK=102><DATA=5><CTL=ACK>')).toEqual(['<SEQ=102><CTL=RST>'])
    expect(closing.state).toBe('CLOSED')
  })

  it('is silent in CLOSING, LAST-ACK and TIME-WAIT when reset', () => {
    for (const state of ['CLOSING', 'LAST-ACK', 'TIME-WAIT'] as const) {
      const ending = inState[state]()
      ending.get('<SEQ=302><CTL=RST>')
      expect(ending.state).toBe('CLOSED')
      expect(ending.notices()).toEqual(['closed'])
    }
  })
})
