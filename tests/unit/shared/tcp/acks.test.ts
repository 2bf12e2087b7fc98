import { describe, expect, it } from 'vitest'
import { LINUX_LOOPBACK, PROFILES } from '@shared/tcp/profile'
import { Script } from './script'

/** When what has arrived is acknowledged, by the RFC and by Linux. */

const data = (seq: number, len: number): string => `<SEQ=${seq}><ACK=101><DATA=${len}><CTL=ACK,PSH>`
const linux = (): Script => Script.established(100, 300, { profile: PROFILES.linux })

describe('RFC 9293 §3.8.6.3 and RFC 5681 §4.2', () => {
  it('waits 200 ms for data to ride on', () => {
    const script = Script.established()
    expect(script.get(data(301, 10))).toEqual([])
    expect(script.wait(199)).toEqual([])
    expect(script.wait(1)).toEqual(['<SEQ=101><ACK=311><CTL=ACK>'])
    expect(script.why()).toEqual(['ack-delayed'])
  })

  it('rides on data that goes out meanwhile', () => {
    const script = Script.established()
    script.get(data(301, 10))
    expect(script.send(5)).toEqual(['<SEQ=101><ACK=311><DATA=5><CTL=ACK>'])
    expect(script.endpoint.delayedAckAt).toBe(Infinity)
  })

  it('acknowledges every second full segment at once', () => {
    const script = Script.established()
    expect(script.get(data(301, 1460))).toEqual([])
    expect(script.get(data(1761, 1460))).toEqual(['<SEQ=101><ACK=3221><CTL=ACK>'])
    expect(script.why()).toEqual(['ack-second'])
  })

  it('acknowledges a FIN at once', () => {
    const script = Script.established()
    expect(script.get('<SEQ=301><ACK=101><CTL=FIN,ACK>')).toEqual(['<SEQ=101><ACK=302><CTL=ACK>'])
    expect(script.why()).toEqual(['ack-fin'])
  })
})

describe('Linux', () => {
  it('acknowledges the first data at once, sixteen times', () => {
    const script = linux()
    for (let n = 0; n < 16; n += 1) {
      expect(script.get(data(301 + n, 1))).toHaveLength(1)
      expect(script.why()).toEqual(['ack-quick'])
      script.read(1)
    }
    expect(script.get(data(317, 1))).toEqual([])
    expect(script.read(1)).toEqual(['<SEQ=101><ACK=318><CTL=ACK>'])
    expect(script.why()).toEqual(['ack-read'])
  })

  it('turns to a dialogue when the answer comes within 40 ms: then the answer carries the ACK', () => {
    const script = linux()
    script.get(data(301, 5))
    script.read(5)
    script.now += 1
    script.send(5)
    expect(script.endpoint.pingpong).toBe(true)
    script.now += 60
    expect(script.get('<SEQ=306><ACK=106><DATA=6><CTL=ACK,PSH>')).toEqual([])
    script.read(6)
    expect(script.send(6)).toEqual(['<SEQ=106><ACK=312><DATA=6><CTL=ACK>'])
  })

  it('does not take a late answer for a dialogue', () => {
    const script = linux()
    script.get(data(301, 5))
    script.now += 40
    script.send(5)
    expect(script.endpoint.pingpong).toBe(false)
  })

  it('leaves the dialogue when an answer does not come in time', () => {
    const script = linux()
    script.get(data(301, 5))
    script.now += 1
    script.send(5)
    script.now += 60
    script.get('<SEQ=306><ACK=106><DATA=6><CTL=ACK,PSH>')
    script.wait(44)
    expect(script.why()).toEqual(['ack-delayed'])
    expect([script.endpoint.pingpong, script.endpoint.ato]).toEqual([false, 40])
  })

  it('delays the ACK of a FIN to the next tick when no data ever came', () => {
    const script = linux()
    script.now = 101
    expect(script.get('<SEQ=301><ACK=101><CTL=FIN,ACK>')).toEqual([])
    expect(script.endpoint.delayedAckAt).toBe(104)
    expect(script.wait(3)).toEqual(['<SEQ=101><ACK=302><CTL=ACK>'])
  })

  it('sends a delayed ACK now when more data comes within its last 10 ms, counted in ticks', () => {
    const dialogue = (gap: number): string[] => {
      const script = linux()
      script.get(data(301, 5))
      script.send(5)
      script.now += 60
      expect(script.get('<SEQ=306><ACK=106><DATA=6><CTL=ACK,PSH>')).toEqual([])
      script.now += gap
      const sent = script.get('<SEQ=312><ACK=106><DATA=6><CTL=ACK,PSH>')
      return sent.length > 0 ? script.why() : []
    }
    expect(dialogue(31)).toEqual([])
    expect(dialogue(32)).toEqual(['ack-due'])
  })

  it('acknowledges two small segments when they are read, even behind a FIN', () => {
    const script = linux()
    script.get(data(301, 5))
    script.send(5)
    script.now += 60
    script.get('<SEQ=306><ACK=106><DATA=6><CTL=ACK,PSH>')
    script.get('<SEQ=312><ACK=106><DATA=6><CTL=FIN,ACK,PSH>')
    expect(script.read(17)).toEqual(['<SEQ=106><ACK=319><CTL=ACK>'])
    expect(script.why()).toEqual(['ack-read'])
  })

  it('takes the likelier of two counts where nobody knows at which place in the tick a moment lies', () => {
    const pingpong = (profile: typeof PROFILES.linux, after: number): boolean => {
      const script = Script.established(100, 300, { profile })
      script.now = 3
      script.get(data(301, 5))
      script.now += after
      script.send(5)
      return script.endpoint.pingpong
    }
    const live = { ...PROFILES.linux, ticksKnown: false }
    expect([37, 38].map((after) => pingpong(PROFILES.linux, after))).toEqual([false, false])
    expect([37, 38].map((after) => pingpong(live, after))).toEqual([true, false])
  })

  it('delays it by 40 ms after data, so that a FIN of ours can carry it', () => {
    const script = linux()
    script.get(data(301, 5))
    script.read(5)
    script.get('<SEQ=306><ACK=101><CTL=FIN,ACK>')
    expect(script.endpoint.delayedAckAt).toBe(44)
    expect(script.close()).toEqual(['<SEQ=101><ACK=307><CTL=FIN,ACK>'])
  })

  it('acknowledges a FIN at once where its own is already out', () => {
    const script = linux()
    script.close()
    expect(script.get('<SEQ=301><ACK=102><CTL=FIN,ACK>')).toEqual(['<SEQ=102><ACK=302><CTL=ACK>'])
  })

  it('follows the rhythm of the data with its patience', () => {
    const script = linux()
    script.get(data(301, 5))
    expect(script.endpoint.ato).toBe(40)
    script.now += 10
    script.get(data(306, 5))
    expect(script.endpoint.ato).toBe(40)
    script.endpoint = { ...script.endpoint, ato: 100 }
    script.now += 30
    script.get(data(311, 5))
    expect(script.endpoint.ato).toBe(80)
  })

  it('acknowledges quickly again after trouble on the path', () => {
    const script = linux()
    script.endpoint = { ...script.endpoint, pingpong: true, quickAcks: 0, ato: 90 }
    script.get(data(400, 5))
    expect([script.endpoint.pingpong, script.endpoint.quickAcks > 0, script.endpoint.ato]).toEqual([false, true, 40])
  })

  it('offers 65495 on a loopback SYN, 65483 on its SYN,ACK, and 64 in units of 1024 afterwards', () => {
    const client = new Script(100, { profile: LINUX_LOOPBACK, parameters: { offload: 0 } })
    const server = new Script(300, { profile: LINUX_LOOPBACK })
    server.open('passive')
    client.open('active')
    expect(client.last?.segments[0]?.segment).toMatchObject({ window: 65_495, mss: 65_495, windowScale: 10 })
    server.get('<SEQ=100><CTL=SYN><WND=65495><MSS=65495><SCALE=10>')
    expect(server.last?.segments[0]?.segment).toMatchObject({ window: 65_483, mss: 65_495, windowScale: 10 })
    client.get('<SEQ=300><ACK=101><CTL=SYN,ACK><WND=65483><MSS=65495><SCALE=10>')
    expect(client.last?.segments[0]?.segment.window).toBe(64)
    // Without offload, half the window: what large-write showed first (tcp_bound_to_half_wnd).
    expect(client.send(200_000)[0]).toBe('<SEQ=101><ACK=301><DATA=32741><CTL=ACK>')
  })
})
