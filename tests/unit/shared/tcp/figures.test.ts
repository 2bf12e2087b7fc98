import { describe, expect, it } from 'vitest'
import { Script } from './script'

/** RFC 9293's Figures 6 to 13, line by line: the numbers and the states are the ones printed there. */

const renumber = (script: Script, iss: number): void => {
  script.endpoint = { ...script.endpoint, config: { ...script.endpoint.config, iss } }
}

/** Both ends after Figure 6, with the numbers that Figures 12 and 13 start from. */
function closing(): { a: Script; b: Script } {
  const a = Script.established(99, 299)
  const b = new Script(299)
  b.open('passive')
  b.get('<SEQ=99><CTL=SYN>')
  b.get('<SEQ=100><ACK=300><CTL=ACK>')
  expect([a.state, b.state]).toEqual(['ESTABLISHED', 'ESTABLISHED'])
  return { a, b }
}

describe('RFC 9293 figures', () => {
  it('Figure 6: basic three-way handshake', () => {
    const a = new Script(100)
    const b = new Script(300)
    b.open('passive')
    expect([a.state, b.state]).toEqual(['CLOSED', 'LISTEN'])
    expect(a.open('active')).toEqual(['<SEQ=100><CTL=SYN>'])
    expect(a.state).toBe('SYN-SENT')
    expect(b.get('<SEQ=100><CTL=SYN>')).toEqual(['<SEQ=300><ACK=101><CTL=SYN,ACK>'])
    expect(b.state).toBe('SYN-RECEIVED')
    expect(a.get('<SEQ=300><ACK=101><CTL=SYN,ACK>')).toEqual(['<SEQ=101><ACK=301><CTL=ACK>'])
    expect(a.state).toBe('ESTABLISHED')
    expect(b.get('<SEQ=101><ACK=301><CTL=ACK>')).toEqual([])
    expect(b.state).toBe('ESTABLISHED')
    expect(a.send(10)).toEqual(['<SEQ=101><ACK=301><DATA=10><CTL=ACK>'])
    b.get('<SEQ=101><ACK=301><DATA=10><CTL=ACK>')
    expect(b.endpoint.rcvNxt).toBe(111)
  })

  it('Figure 7: simultaneous connection synchronisation', () => {
    const a = new Script(100)
    const b = new Script(300)
    expect(a.open('active')).toEqual(['<SEQ=100><CTL=SYN>'])
    expect(b.open('active')).toEqual(['<SEQ=300><CTL=SYN>'])
    expect(a.get('<SEQ=300><CTL=SYN>')).toEqual(['<SEQ=100><ACK=301><CTL=SYN,ACK>'])
    expect(a.state).toBe('SYN-RECEIVED')
    expect(b.get('<SEQ=100><CTL=SYN>')).toEqual(['<SEQ=300><ACK=101><CTL=SYN,ACK>'])
    expect(b.state).toBe('SYN-RECEIVED')
    expect(a.get('<SEQ=300><ACK=101><CTL=SYN,ACK>')).toEqual([])
    expect(a.state).toBe('ESTABLISHED')
    b.get('<SEQ=100><ACK=301><CTL=SYN,ACK>')
    expect(b.state).toBe('ESTABLISHED')
  })

  it('Figure 8: recovery from an old duplicate SYN', () => {
    const a = new Script(100)
    const b = new Script(300)
    b.open('passive')
    a.open('active')
    expect(b.get('<SEQ=90><CTL=SYN>')).toEqual(['<SEQ=300><ACK=91><CTL=SYN,ACK>'])
    expect(b.state).toBe('SYN-RECEIVED')
    expect(a.get('<SEQ=300><ACK=91><CTL=SYN,ACK>')).toEqual(['<SEQ=91><CTL=RST>'])
    expect(a.state).toBe('SYN-SENT')
    expect(b.get('<SEQ=91><CTL=RST>')).toEqual([])
    expect(b.state).toBe('LISTEN')
    renumber(b, 400)
    expect(b.get('<SEQ=100><CTL=SYN>')).toEqual(['<SEQ=400><ACK=101><CTL=SYN,ACK>'])
    expect(a.get('<SEQ=400><ACK=101><CTL=SYN,ACK>')).toEqual(['<SEQ=101><ACK=401><CTL=ACK>'])
    b.get('<SEQ=101><ACK=401><CTL=ACK>')
    expect([a.state, b.state]).toEqual(['ESTABLISHED', 'ESTABLISHED'])
  })

  it('Figure 9: half-open connection discovery', () => {
    const a = new Script(400)
    const b = Script.established(299, 99)
    expect([b.endpoint.sndNxt, b.endpoint.rcvNxt]).toEqual([300, 100])
    expect(a.open('active')).toEqual(['<SEQ=400><CTL=SYN>'])
    expect(b.get('<SEQ=400><CTL=SYN>')).toEqual(['<SEQ=300><ACK=100><CTL=ACK>'])
    expect(b.state).toBe('ESTABLISHED')
    expect(a.get('<SEQ=300><ACK=100><CTL=ACK>')).toEqual(['<SEQ=100><CTL=RST>'])
    expect(a.state).toBe('SYN-SENT')
    expect(b.get('<SEQ=100><CTL=RST>')).toEqual([])
    expect(b.state).toBe('CLOSED')
    expect(b.notices()).toContain('reset')
    expect(a.wait(1000)).toEqual(['<SEQ=400><CTL=SYN>'])
    expect(a.state).toBe('SYN-SENT')
  })

  it('Figure 10: the active side causes half-open connection discovery', () => {
    const a = new Script(400)
    const b = Script.established(299, 99)
    expect(b.send(10)).toEqual(['<SEQ=300><ACK=100><DATA=10><CTL=ACK>'])
    expect(a.get('<SEQ=300><ACK=100><DATA=10><CTL=ACK>')).toEqual(['<SEQ=100><CTL=RST>'])
    expect(b.get('<SEQ=100><CTL=RST>')).toEqual([])
    expect(b.state).toBe('CLOSED')
    expect(b.notices()).toEqual(['reset', 'closed'])
  })

  it('Figure 11: an old duplicate SYN initiates a reset on two passive sockets', () => {
    const a = new Script(100)
    const b = new Script(300)
    a.open('passive')
    b.open('passive')
    expect(b.get('<SEQ=77><CTL=SYN>')).toEqual(['<SEQ=300><ACK=78><CTL=SYN,ACK>'])
    expect(b.state).toBe('SYN-RECEIVED')
    expect(a.get('<SEQ=300><ACK=78><CTL=SYN,ACK>')).toEqual(['<SEQ=78><CTL=RST>'])
    expect(b.get('<SEQ=78><CTL=RST>')).toEqual([])
    expect([a.state, b.state]).toEqual(['LISTEN', 'LISTEN'])
  })

  it('Figure 12: normal close sequence', () => {
    const { a, b } = closing()
    expect(a.close()).toEqual(['<SEQ=100><ACK=300><CTL=FIN,ACK>'])
    expect(a.state).toBe('FIN-WAIT-1')
    expect(b.get('<SEQ=100><ACK=300><CTL=FIN,ACK>')).toEqual(['<SEQ=300><ACK=101><CTL=ACK>'])
    expect(b.state).toBe('CLOSE-WAIT')
    a.get('<SEQ=300><ACK=101><CTL=ACK>')
    expect(a.state).toBe('FIN-WAIT-2')
    expect(b.close()).toEqual(['<SEQ=300><ACK=101><CTL=FIN,ACK>'])
    expect(b.state).toBe('LAST-ACK')
    expect(a.get('<SEQ=300><ACK=101><CTL=FIN,ACK>')).toEqual(['<SEQ=101><ACK=301><CTL=ACK>'])
    expect(a.state).toBe('TIME-WAIT')
    b.get('<SEQ=101><ACK=301><CTL=ACK>')
    expect(b.state).toBe('CLOSED')
    a.wait(2 * 120_000 - 1)
    expect(a.state).toBe('TIME-WAIT')
    a.wait(1)
    expect(a.state).toBe('CLOSED')
  })

  it('Figure 13: simultaneous close sequence', () => {
    const { a, b } = closing()
    expect(a.close()).toEqual(['<SEQ=100><ACK=300><CTL=FIN,ACK>'])
    expect(b.close()).toEqual(['<SEQ=300><ACK=100><CTL=FIN,ACK>'])
    expect([a.state, b.state]).toEqual(['FIN-WAIT-1', 'FIN-WAIT-1'])
    expect(a.get('<SEQ=300><ACK=100><CTL=FIN,ACK>')).toEqual(['<SEQ=101><ACK=301><CTL=ACK>'])
    expect(b.get('<SEQ=100><ACK=300><CTL=FIN,ACK>')).toEqual(['<SEQ=301><ACK=101><CTL=ACK>'])
    expect([a.state, b.state]).toEqual(['CLOSING', 'CLOSING'])
    a.get('<SEQ=301><ACK=101><CTL=ACK>')
    b.get('<SEQ=101><ACK=301><CTL=ACK>')
    expect([a.state, b.state]).toEqual(['TIME-WAIT', 'TIME-WAIT'])
    a.wait(240_000)
    b.wait(240_000)
    expect([a.state, b.state]).toEqual(['CLOSED', 'CLOSED'])
  })
})
