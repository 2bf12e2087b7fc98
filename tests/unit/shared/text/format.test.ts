import { describe, expect, it } from 'vitest'
import { explain, say } from '@shared/text'
import { format, writeMoment } from '@shared/text/format'

describe('filling the places of a sentence', () => {
  it('groups numbers as the language does, and keeps three decimals', () => {
    expect(format('{seq} + {len}', { seq: 4294967295, len: 1460 }, 'en')).toBe('4,294,967,295 + 1,460')
    expect(format('{time} 毫秒', { time: 73327.04912 }, 'zh-CN')).toBe('73,327.049 毫秒')
    expect(format('{a}', { a: 12345 }, 'de')).toBe('12.345')
  })

  it('leaves text as it is, says nothing with a dash, and shows a place that has no value', () => {
    expect(format('port {port}, {ack}, {other}', { port: '50034', ack: null }, 'en')).toBe('port 50034, –, {other}')
  })

  it('chooses the plural form by count, and groups it', () => {
    const bytes = '{count} byte | {count} bytes'
    expect([0, 1, 2, 12345].map((count) => format(bytes, { count }, 'en'))).toEqual([
      '0 bytes',
      '1 byte',
      '2 bytes',
      '12,345 bytes',
    ])
    expect(format('{count} 字节', { count: 1 }, 'zh-CN')).toBe('1 字节')
  })

  it('groups no port, and no place in a file', () => {
    expect(format('{port}, {line}:{column}', { port: 50034, line: 1200, column: 1001 }, 'en')).toBe('50034, 1200:1001')
  })

  it('takes nothing from what every object has', () => {
    expect(format('{constructor} {toString}', {}, 'en')).toBe('{constructor} {toString}')
  })

  it('writes a moment as the language does, and what is none as it stands', () => {
    expect(writeMoment('2026-11-24T08:05:12.345Z', 'en')).toBe('Nov 24, 2026 08:05:12 UTC')
    expect(writeMoment('2026-11-24T08:05:12.345Z', 'zh-CN')).toBe('2026年11月24日 08:05:12 UTC')
    expect(writeMoment('yesterday', 'en')).toBe('yesterday')
  })

  it.each(['en', 'zh-CN'] as const)('reaches the sentences of the core in %s', (language) => {
    expect(say('diagram.summary.segments.many', language, { count: 12345 })).toContain('12,345')
    const reason = { code: 'tcp.ack.data', params: { before: 1, new: 100000, ack: 100001 }, source: 'RFC 9293 §3.4' }
    expect(explain(reason, language)).toContain('100,001')
  })
})
