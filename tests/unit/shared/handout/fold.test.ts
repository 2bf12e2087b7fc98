import { describe, expect, it } from 'vitest'
import { renderHandout } from '@shared/handout'
import { fold, foldText } from '@shared/handout/fold'
import { dialogue, recorded, trace } from '../diagram/conversations'

const long = dialogue(400)

describe('fold', () => {
  it('takes the middle out of a long run of data and acknowledgements, and counts it', () => {
    const { connection, folds } = fold(long)
    const [only] = folds.values()
    expect(folds.size).toBe(1)
    expect(connection.segments.length + (only?.count ?? 0)).toBe(long.segments.length)
    const left = long.segments.filter(({ n }) => n >= (only?.first ?? 0) && n <= (only?.last ?? 0))
    expect(left).toHaveLength(only?.count ?? 0)
    const bytes = { client: 0, server: 0 }
    for (const { from, len } of left) bytes[from] += len
    expect(only?.bytes).toEqual(bytes)
    expect(connection.segments.map(({ n }) => n)).toContain(only?.before)
  })

  it('leaves a short conversation as it is', () => {
    const short = recorded('request-response-client-end')
    expect(fold(short)).toEqual({ connection: short, folds: new Map() })
  })

  it.each(['lost', 'retransmission', 'duplicate', 'stale'] as const)('keeps a segment that is %s', (fate) => {
    const odd = { ...long, segments: long.segments.map((one) => (one.n === 200 ? { ...one, [fate]: true } : one)) }
    const { connection, folds } = fold(odd)
    expect(connection.segments.map(({ n }) => n)).toContain(200)
    expect(folds.size).toBe(2)
  })

  it('keeps what a note or a state is about, and the events that states name', () => {
    const state = { t: 1, side: 'client', state: 'ESTABLISHED', provenance: 'inferred' } as const
    const events = long.segments.map(({ t }) => ({ t, side: 'server', name: 'data', provenance: 'observed' }) as const)
    const told = { ...long, events: [...events], states: [{ ...state, segment: 100, event: 399 }] }
    const { connection } = fold(told)
    expect(connection.segments.map(({ n }) => n)).toContain(100)
    expect(connection.events[connection.states[0]?.event ?? -1]).toBe(events[399])
    expect(connection.events.length).toBeLessThan(60)
  })

  it('is said in the table, in the words and in the picture, in both languages', () => {
    const [only] = fold(long).folds.values()
    if (only === undefined) throw new Error('nothing folded')
    for (const language of ['en', 'zh-CN'] as const) {
      const page = renderHandout(trace([long]), { language, seq: 'relative' })
      expect(page.split(foldText(only, language))).toHaveLength(3)
    }
    expect(renderHandout(trace([long]), { language: 'en', seq: 'relative' })).toMatch(/⋮ \d+ segments, \d+ to \d+/)
  })
})
