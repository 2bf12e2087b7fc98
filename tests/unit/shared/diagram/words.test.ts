import { describe as suite, expect, it } from 'vitest'
import {
  averageWidths,
  describe,
  durationText,
  eventSentence,
  eventText,
  flagText,
  headline,
  legend,
  layout,
  stateSentence,
  summary,
  tableRows,
  visibleIn,
  wrap,
} from '@shared/diagram'
import { LANGUAGES } from '@shared/text'
import { dialogue, event, recorded, segment, state } from './conversations'
import { troubled } from './strange'

suite('describe', () => {
  it('says one good sentence a segment in English', () => {
    const said = describe(recorded('request-response-client-end'), 'en')
    expect(said).toHaveLength(10)
    expect(said[0]).toBe('Segment 1, client to server: SYN, sequence number 0, inferred.')
    expect(said[5]).toBe(
      'Segment 6, server to client: PSH ACK, sequence number 1, acknowledgement number 36, 43 bytes of data, inferred.',
    )
  })

  it('says it in Chinese', () => {
    const said = describe(recorded('request-response-client-end'), 'zh-CN')
    expect(said[3]).toBe('报文段 4，客户端发往服务器：PSH ACK，序号 1，确认号 1，携带 35 字节数据，推断。')
  })

  it('says what became of it', () => {
    const said = describe(troubled(), 'en')
    expect(said[0]).toContain('It is lost on the way.')
    expect(said[1]).toContain('It is a retransmission.')
    expect(said[4]).toContain('It is a stray of an earlier connection.')
    expect(said[5]).toContain('The operating system may have chosen otherwise')
  })

  it('takes reasons from the model only, and says an equal one once', () => {
    const reason = { code: 'reason of the model', source: 'RFC 9293 §3.4' }
    const one = segment(1, 0, 'c:A:1/1', { why: { sent: reason, ack: reason } })
    const two = segment(1, 0, 'c:A:1/1', { why: { sent: reason, ack: { ...reason, code: 'another' } } })
    const [said = '', saidBoth = ''] = [one, two].map((s) => describe({ ...troubled(), segments: [s] }, 'en')[0])
    expect(said.split('reason of the model')).toHaveLength(2)
    expect(saidBoth).toMatch(/reason of the model Unknown code: another$/)
  })

  it('uses absolute numbers when asked, and counts a byte as one', () => {
    const [said] = describe({ ...troubled(), segments: [segment(1, 0, 'c:PA:1/1+1')] }, 'en', 'absolute')
    expect(said).toContain('sequence number 1,730,905,119')
    expect(said).toContain('1 byte of data')
  })

  it('heads, sums up, and says events and states', () => {
    const given = recorded('request-response-client-end')
    expect(headline(segment(2, 0, 's:SA:0/1'), 'en')).toBe('Segment 2 · SYN,ACK')
    expect(summary(given, 'en')).toBe(
      'Sequence diagram of a TCP connection between client 127.0.0.1:58590 and server 127.0.0.1:3000: 10 segments, 15 program events and calls. Time runs down. The segments are inferred from RFC 9293, not captured.',
    )
    const one = { ...given, segments: given.segments.slice(0, 1), events: given.events.slice(0, 1) }
    expect(summary(one, 'en')).toContain(': 1 segment, 1 program event or call. ')
    expect(summary({ ...one, segments: [], events: [] }, 'en')).toContain(': no segments, no program events or calls. ')
    expect(summary({ ...one, segments: [] }, 'zh-CN')).toContain('：没有报文段，1 个程序事件或调用。')
    expect(eventSentence(event(3.528, 'client', 'connect'), 'en')).toBe("Client event 'connect', observed, at 3.5 ms")
    expect(stateSentence(state(0, 'server', 'LISTEN', { transition: null }), 'zh-CN')).toBe('服务器处于 LISTEN，推断')
  })
})

suite('texts', () => {
  it('says flags in the order in which people do', () => {
    expect(flagText(['ACK', 'SYN'])).toBe('SYN,ACK')
    expect(flagText(['ACK', 'PSH', 'FIN'])).toBe('FIN,PSH,ACK')
  })

  it.each([
    [event(0, 'client', 'data', { bytes: 35 }), "'data' 35"],
    [event(0, 'client', 'data', { bytes: 4096, count: 12 }), "'data' ×12 4096"],
    [event(0, 'client', 'error', { code: 'ECONNREFUSED' }), "'error' ECONNREFUSED"],
    [event(0, 'client', 'call:write', { bytes: 35 }), 'write(35)'],
    [event(0, 'client', 'call:end'), 'end()'],
    [event(0, 'server', 'call:listen', { port: 3000 }), 'listen(3000)'],
    [{ ...event(0, 'server', 'close'), target: 'server' as const }, "server 'close'"],
  ])('writes an event as a program would: %#', (given, text) => {
    expect(eventText(given)).toBe(text)
  })

  it.each([
    [0.416, '0.42 ms'],
    [49.2, '49 ms'],
    [1_200, '1.2 s'],
    [240_000, '4 min'],
    [90_000_000, '1,500 min'],
  ])('writes %d milliseconds as %s', (milliseconds, text) => {
    for (const language of LANGUAGES) expect(durationText(milliseconds, language)).toBe(text)
  })

  it('measures CJK as full width, bold as wider, monospaced as even', () => {
    expect(averageWidths('中文', { size: 10 })).toBe(20)
    expect(averageWidths('SYN', { size: 10, bold: true })).toBeGreaterThan(averageWidths('SYN', { size: 10 }))
    expect(averageWidths('iii', { size: 10, mono: true })).toBe(averageWidths('MMM', { size: 10, mono: true }))
  })

  it('wraps at spaces, and Chinese anywhere but before closing punctuation', () => {
    const measure = (text: string): number => text.length
    expect(wrap('one two three', 7, { size: 1 }, measure)).toEqual(['one two', 'three'])
    expect(wrap('三次握手，四次挥手', 5, { size: 1 }, measure)).toEqual(['三次握手，', '四次挥手'])
    expect(wrap('unbreakable', 3, { size: 1 }, measure)).toEqual(['unbreakable'])
  })
})

suite('tableRows', () => {
  it('gives numbers as numbers', () => {
    expect(tableRows(recorded('request-response-client-end'))[7]).toMatchObject({
      n: 8,
      from: 'client',
      flagText: 'FIN,ACK',
      seq: 36,
      ack: 44,
      len: 0,
      provenance: 'inferred',
    })
    expect(tableRows(recorded('request-response-client-end'), 'absolute')[1]?.seq).toBe(2914337022)
  })
})

suite('legend', () => {
  it('explains what occurs and nothing else', () => {
    const samples = legend(layout(recorded('both-end')), 'en').map(({ sample }) => sample)
    expect(samples).toEqual(['event', 'call', 'segment', 'state'])
    expect(legend(layout(troubled()), 'zh-CN').map(({ text }) => text)).toContain('途中丢失')
  })
})

suite('visibleIn', () => {
  it('finds the marks of a band, long arrows that reach into it included', () => {
    const given = dialogue(500)
    const late = { ...segment(501, 0.1, 'c:A:1/1', { delay: 240 }) }
    const geometry = layout({ ...given, segments: [late, ...given.segments] })
    const { arrows, events, states } = visibleIn(geometry)(5000, 5400)
    const touching = geometry.arrows.filter(({ y1, y2 }) => y1 < 5400 && y2 > 5000).map(({ n }) => n)
    expect(arrows.map(({ n }) => n)).toEqual(expect.arrayContaining(touching))
    expect(arrows.length).toBeLessThan(20)
    expect(arrows.map(({ n }) => n)).toContain(501)
    expect(events.length).toBeLessThan(40)
    expect(states).toHaveLength(2)
  })
})
