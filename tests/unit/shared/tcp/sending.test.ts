import { describe, expect, it } from 'vitest'
import { PROFILES } from '@shared/tcp/profile'
import { add } from '@shared/tcp/seq'
import { Script } from './script'
import { inState } from './states'

/** Timers, windows and congestion: what is sent when, and why. */

const ack = (n: number, window = 65_535): string => `<SEQ=301><ACK=${n}><CTL=ACK><WND=${window}>`

describe('retransmission (RFC 6298)', () => {
  it('repeats the SYN after 1, 2, 4 … s and gives up', () => {
    const script = inState['SYN-SENT']()
    expect(script.wait(999)).toEqual([])
    expect(script.wait(1)).toEqual(['<SEQ=100><CTL=SYN>'])
    expect(script.wait(1999)).toEqual([])
    expect(script.wait(1)).toEqual(['<SEQ=100><CTL=SYN>'])
    script.wait(300_000)
    expect(script.state).toBe('CLOSED')
  })

  it('doubles the wait, at most to a minute, and tells why', () => {
    const script = Script.established()
    script.send(10)
    const gaps: number[] = []
    for (let last = script.now; script.state !== 'CLOSED'; last = script.now) {
      script.now = script.endpoint.retransmissionAt
      script.feed({ kind: 'timer', name: 'retransmission' })
      gaps.push(script.now - last)
    }
    expect(gaps).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000])
    expect(script.notices()).toEqual(['timeout', 'closed'])
  })

  it('repeats the first SYNs of Linux every second before it doubles the wait, and gives up after 131 s', () => {
    const script = new Script(100, { profile: PROFILES.linux })
    script.open('active')
    const at: number[] = []
    while (script.state !== 'CLOSED') {
      script.now = script.endpoint.retransmissionAt
      if (script.feed({ kind: 'timer', name: 'retransmission' }).length > 0) at.push(script.now / 1000)
    }
    expect(at).toEqual([1, 2, 3, 4, 5, 7, 11, 19, 35, 67])
    expect(script.now).toBe(131_000)
    expect(script.notices()).toEqual(['timeout', 'closed'])
  })

  it('measures the round trip and computes SRTT, RTTVAR and RTO', () => {
    const script = new Script(100, { parameters: { minRto: 0, rttVarianceFloor: 1 } })
    script.open('active')
    script.now = 100
    script.get('<SEQ=300><ACK=101><CTL=SYN,ACK><MSS=1460>')
    expect([script.endpoint.srtt, script.endpoint.rttvar, script.endpoint.rto]).toEqual([100, 50, 300])
    script.send(10)
    script.now = 160
    script.get(ack(111))
    expect([script.endpoint.srtt, script.endpoint.rttvar, script.endpoint.rto]).toEqual([95, 47.5, 285])
  })

  it("never measures a segment that was sent twice (Karn's rule), and keeps the backed-off RTO", () => {
    const script = Script.established()
    script.send(10)
    const { srtt } = script.endpoint
    script.wait(1000)
    script.now += 5000
    script.get(ack(111))
    expect(script.endpoint.srtt).toBe(srtt)
    expect(script.endpoint.rto).toBe(2000)
  })

  it('stops the timer when all is acknowledged and restarts it when some is', () => {
    const script = Script.established(100, 300, { noDelay: true })
    script.send(10)
    script.send(10)
    script.now = 400
    script.get(ack(111))
    expect(script.endpoint.retransmissionAt).toBe(1400)
    script.get(ack(121))
    expect(script.endpoint.retransmissionAt).toBe(Infinity)
  })

  it('starts with 3 s for data when a SYN had to be repeated (§5.7), and with one segment (RFC 5681 §3.1)', () => {
    const script = inState['SYN-SENT']()
    script.wait(1000)
    script.get('<SEQ=300><ACK=101><CTL=SYN,ACK><MSS=1460>')
    expect([script.endpoint.rto, script.endpoint.cwnd]).toEqual([3000, 1460])
  })
})

describe('congestion control (RFC 5681)', () => {
  it('starts with three segments of 1460, and one more for each acknowledged', () => {
    const script = Script.established()
    expect(script.send(20_000)).toHaveLength(3)
    expect(script.get(ack(1561))).toHaveLength(2)
    expect(script.endpoint.cwnd).toBe(4 * 1460)
  })

  it('grows by a segment a round trip once past ssthresh', () => {
    const script = Script.established()
    script.endpoint = { ...script.endpoint, ssthresh: 2 * 1460, cwnd: 4 * 1460, dataSentAt: 0 }
    script.send(20_000)
    script.get(ack(1561))
    expect(script.endpoint.cwnd).toBe(4 * 1460 + 1460 / 4)
  })

  it('collapses to one segment on a timeout and halves ssthresh', () => {
    const script = Script.established()
    script.send(20_000)
    expect(script.wait(1000)).toEqual(['<SEQ=101><ACK=301><DATA=1460><CTL=ACK>'])
    expect([script.endpoint.cwnd, script.endpoint.ssthresh]).toEqual([1460, 2920])
    expect(script.get(ack(1561))).toEqual([
      '<SEQ=1561><ACK=301><DATA=1460><CTL=ACK>',
      '<SEQ=3021><ACK=301><DATA=1460><CTL=ACK>',
    ])
    expect(script.why()).toEqual(['retransmit-next', 'retransmit-next'])
  })

  it('sends the missing segment again on the third duplicate ACK, not before', () => {
    const script = Script.established()
    script.endpoint = { ...script.endpoint, cwnd: 6 * 1460, dataSentAt: 0 }
    script.send(6 * 1460)
    script.now += 10
    expect(script.get(ack(101))).toEqual([])
    expect(script.get(ack(101))).toEqual([])
    expect(script.get(ack(101))).toEqual(['<SEQ=101><ACK=301><DATA=1460><CTL=ACK>'])
    expect(script.why()).toEqual(['retransmit-fast'])
    expect(script.endpoint.ssthresh).toBe(3 * 1460)
    expect(script.endpoint.cwnd).toBe(6 * 1460)
    // A partial ACK names the next hole (RFC 6582); a full one ends recovery at ssthresh.
    expect(script.get(ack(1561))).toEqual(['<SEQ=1561><ACK=301><DATA=1460><CTL=ACK>'])
    expect(script.why()).toEqual(['retransmit-partial'])
    script.get(ack(101 + 6 * 1460))
    expect([script.endpoint.recover, script.endpoint.cwnd]).toEqual([null, 2 * 1460])
  })
})

describe('windows', () => {
  it('never sends beyond what was offered, and goes on when more is', () => {
    const script = Script.established(100, 300, {}, 2000)
    expect(script.send(5000)).toEqual(['<SEQ=101><ACK=301><DATA=1460><CTL=ACK>'])
    expect(script.get(ack(1561, 2000))).toEqual(['<SEQ=1561><ACK=301><DATA=1460><CTL=ACK>'])
  })

  it('probes a closed window with one byte, ever more rarely, and never gives up while it is answered', () => {
    const script = Script.established(100, 300, {}, 0)
    expect(script.send(100)).toEqual([])
    expect(script.wait(1000)).toEqual(['<SEQ=101><ACK=301><DATA=1><CTL=ACK>'])
    for (let i = 0; i < 12; i += 1) {
      expect(script.get(ack(101, 0))).toEqual([])
      script.wait(60_000)
      expect(script.state).toBe('ESTABLISHED')
    }
    expect(script.get(ack(101, 500))).toEqual(['<SEQ=101><ACK=301><DATA=100><CTL=ACK>'])
    expect(script.why()).toEqual(['data'])
  })

  it('Linux probes with an empty segment one number too low', () => {
    const script = Script.established(100, 300, { profile: PROFILES.linux }, 0)
    script.send(100)
    expect(script.wait(1000)[0]).toBe('<SEQ=100><ACK=301><CTL=ACK>')
  })

  it('an old segment does not undo a newer window', () => {
    const script = Script.established(100, 300, {}, 65_535)
    script.get('<SEQ=303><ACK=101><DATA=1><CTL=ACK><WND=7>')
    script.get('<SEQ=301><ACK=101><DATA=1><CTL=ACK><WND=9000>')
    expect(script.endpoint.sndWnd).toBe(7)
  })

  it('offers a window again only when it opens by a segment or half the buffer', () => {
    const script = Script.established(100, 300, { parameters: { receiveBuffer: 3000 } })
    for (let n = 301; n < 3301; n += 1000) script.get(`<SEQ=${n}><ACK=101><DATA=1000><CTL=ACK>`)
    script.wait(500)
    expect(script.endpoint.rcvEdge).toBe(3301)
    expect(script.read(500)).toEqual([])
    expect(script.read(1000)).toEqual(['<SEQ=101><ACK=3301><CTL=ACK>'])
    expect(script.endpoint.rcvEdge).toBe(3301 + 1500)
  })

  it('scales windows only when both offer it, and never on a SYN (RFC 7323)', () => {
    const script = new Script(100, { profile: PROFILES.linux })
    script.open('active')
    script.get('<SEQ=300><ACK=101><CTL=SYN,ACK><WND=1000><MSS=1460><SCALE=3>')
    expect(script.endpoint.sndWnd).toBe(1000)
    script.get(ack(101, 1000))
    expect(script.endpoint.sndWnd).toBe(8000)
    const plain = Script.established(100, 300, { profile: PROFILES.linux })
    expect(plain.endpoint.rcvScale).toBe(0)
  })
})

describe('Nagle (RFC 9293 §3.7.4)', () => {
  it('holds a small segment back while anything is unacknowledged', () => {
    const script = Script.established()
    expect(script.send(10)).toHaveLength(1)
    expect(script.send(10)).toHaveLength(0)
    expect(script.send(10)).toHaveLength(0)
    expect(script.get(ack(111))).toEqual(['<SEQ=111><ACK=301><DATA=20><CTL=ACK>'])
  })

  it('is switched off by setNoDelay, at once', () => {
    const script = Script.established()
    script.send(10)
    script.send(10)
    expect(script.feed({ kind: 'configure', noDelay: true })).toEqual(['<SEQ=111><ACK=301><DATA=10><CTL=ACK>'])
    expect(script.send(10)).toHaveLength(1)
  })

  it("Linux holds back only a second small one (Minshall's variant)", () => {
    const script = Script.established(100, 300, { profile: PROFILES.linux })
    expect(script.send(1448 + 10)).toHaveLength(2)
    expect(script.send(10)).toHaveLength(0)
    const full = Script.established(100, 300, { profile: PROFILES.linux })
    expect(full.send(1448)).toHaveLength(1)
    expect(full.send(10)).toHaveLength(1)
  })
})

describe('other timers', () => {
  it('keep-alive probes an idle peer, and gives up on a dead one', () => {
    const script = Script.established(100, 300, { keepAlive: true })
    expect(script.wait(7_200_000)).toEqual(['<SEQ=100><ACK=301><CTL=ACK>'])
    script.get(ack(101))
    expect(script.wait(7_199_999)).toEqual([])
    script.wait(1 + 9 * 75_000)
    expect(script.state).toBe('CLOSED')
  })

  it('USER TIMEOUT ends a connection whose data is not acknowledged', () => {
    const script = Script.established(100, 300, { parameters: { userTimeout: 5000, dataRetries: 100 } })
    script.send(10)
    script.wait(4999)
    expect(script.state).toBe('ESTABLISHED')
    script.wait(1)
    expect(script.notices()).toEqual(['timeout', 'closed'])
  })

  it('a timer that is not due changes nothing', () => {
    const script = Script.established()
    script.send(10)
    const before = script.endpoint
    for (const name of [
      'retransmission',
      'persist',
      'time-wait',
      'user',
      'keep-alive',
      'delayed-ack',
      'fin-wait-2',
    ] as const)
      expect(script.feed({ kind: 'timer', name })).toEqual([])
    expect(script.endpoint).toEqual(before)
  })

  it('Linux lets go of FIN-WAIT-2 after a minute once nobody reads; the RFC waits', () => {
    for (const [profile, state] of [
      [PROFILES.linux, 'CLOSED'],
      [PROFILES.rfc, 'FIN-WAIT-2'],
    ] as const) {
      const script = Script.established(100, 300, { profile })
      script.close(false)
      script.get(ack(102))
      expect(script.state).toBe('FIN-WAIT-2')
      script.wait(60_000)
      expect(script.state).toBe(state)
    }
  })
})

describe('wrapping numbers', () => {
  it('send across 2^32 as anywhere else', () => {
    const script = Script.established(0xffff_fff0, 300)
    script.send(100)
    script.get(`<SEQ=301><ACK=${add(0xffff_fff1, 100)}><CTL=ACK>`)
    expect(script.endpoint.sndUna).toBe(85)
    expect(script.endpoint.retransmissionAt).toBe(Infinity)
  })
})
