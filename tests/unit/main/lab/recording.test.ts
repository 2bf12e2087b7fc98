import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Preview } from '@main/lab/preview'
import { Recording } from '@main/lab/recording'

const recording = (maxEvents?: number): Recording =>
  new Recording({
    id: 'c1',
    isn: { client: 0, server: 0 },
    observes: ['client', 'server'],
    allowHalfOpen: { client: false, server: false },
    ...(maxEvents === undefined ? {} : { maxEvents }),
  })

describe('the preview', () => {
  it('puts characters together whose bytes come in two pieces', () => {
    const preview = new Preview(100)
    const bytes = Buffer.from('三次握手')
    expect([preview.take(bytes.subarray(0, 4)), preview.take(bytes.subarray(4))].join('')).toBe('三次握手')
    expect(preview.dropped).toBe(0)
  })

  it('never passes its limit, never breaks a character, and counts what it leaves out', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.array(fc.nat(20)),
        fc.nat(64),
        (text, cuts, limit) => {
          const preview = new Preview(limit)
          let rest = Buffer.from(text)
          let said = ''
          for (const cut of [...cuts, rest.length]) {
            said += preview.take(rest.subarray(0, cut)) ?? ''
            rest = rest.subarray(cut)
          }
          expect(Buffer.byteLength(said)).toBeLessThanOrEqual(limit)
          expect(text.startsWith(said)).toBe(true)
          if (Buffer.byteLength(text) <= limit) expect([said, preview.dropped]).toEqual([text, 0])
        },
      ),
    )
  })

  it('stays within the limit for bytes that are no text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(100), (bytes, limit) => {
        expect(Buffer.byteLength(new Preview(limit).take(Buffer.from(bytes)) ?? '')).toBeLessThanOrEqual(limit)
      }),
    )
  })
})

describe('the recording', () => {
  it('keeps at most 4 KiB of text a direction, over calls and events', () => {
    const record = recording()
    const piece = Buffer.alloc(700, 'x')
    for (let n = 0; n < 100; n += 1) {
      record.addWrite('client', 'call:write', piece.length, piece)
      record.addData('server', piece)
    }
    const text = record.events.map(({ detail }) => detail?.text ?? '').join('')
    expect(text).toHaveLength(4096)
    expect(record.previewDropped('server')).toBe(70_000 - 3072)
  })

  it('merges equal events once it is long, adding bytes and counts up', () => {
    const record = recording(10)
    for (let n = 0; n < 1000; n += 1) {
      record.add('client', 'call:write', { bytes: 3 })
      record.addData('server', Buffer.from('abc'))
      record.add('client', 'drain')
    }
    expect(record.events).toHaveLength(10)
    expect(record.merged).toBe(2990)
    const sum = (name: string): number =>
      record.events.filter((event) => event.name === name).reduce((all, { detail }) => all + (detail?.bytes ?? 0), 0)
    expect([sum('data'), sum('call:write')]).toEqual([3000, 3000])
    const last = record.events.findLast(({ name }) => name === 'data')
    expect(last?.detail?.until).toBeGreaterThanOrEqual(last?.t ?? Infinity)
  })

  it('never merges across an event that matters', () => {
    const record = recording(4)
    const names = ['call:pause', 'call:resume', 'end'] as const
    for (let n = 0; n < 3; n += 1) {
      for (let k = 0; k < 5; k += 1) record.addData('server', Buffer.from('abc'))
      record.add('server', names[n] ?? 'end')
    }
    expect(record.events.map(({ name, detail }) => [name, detail?.count ?? 1])).toEqual([
      ['data', 1],
      ['data', 1],
      ['data', 1],
      ['data', 2],
      ['call:pause', 1],
      ['data', 5],
      ['call:resume', 1],
      ['data', 5],
      ['end', 1],
    ])
  })

  it('stays bounded whatever comes', () => {
    const record = recording(10)
    for (let n = 0; n < 10_000; n += 1) {
      record.add('server', 'call:pause')
      record.addData('server', Buffer.from('abc'))
      record.add('server', 'call:resume')
    }
    expect(record.events.length).toBeLessThanOrEqual(40)
    expect(record.received('server')).toBe(30_000)
  })
})
