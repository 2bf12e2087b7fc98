import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explain, isCode } from '@shared/text'
import { diagnose, MISCONCEPTIONS, mistakenAnswers, question, rightAnswer, type Answer } from '@shared/predict'
import type { Connection } from '@shared/trace/schema'
import { CAPTURES, captured } from './conversations'

const conversation = captured('request-response-client-end')
const right = (connection: Connection, n: number, notation: Answer['notation'] = 'relative'): Answer => {
  const answer = rightAnswer(connection, n, notation)
  if (!answer) throw new Error(`no segment ${n}`)
  return answer
}
const found = (connection: Connection, n: number, change: Partial<Answer>, notation: Answer['notation'] = 'relative') =>
  diagnose(connection, n, { ...right(connection, n, notation), ...change })?.findings.map((finding) => finding.id) ?? []

describe('the right answer', () => {
  it('is right for every segment of every recorded conversation, in both notations', () => {
    for (const connection of CAPTURES)
      for (const { n } of connection.segments)
        for (const notation of ['relative', 'absolute'] as const)
          expect(diagnose(connection, n, right(connection, n, notation))).toMatchObject({ right: true, findings: [] })
  })

  it('needs no state that was not asked for', () => {
    for (const connection of CAPTURES)
      for (const { n } of connection.segments) {
        const { notation, flags, seq, ack } = right(connection, n)
        expect(diagnose(connection, n, { notation, flags, seq, ack })?.verdicts).toHaveLength(3)
      }
  })

  it('is the only right pair of numbers', () => {
    const entry = fc.record({
      connection: fc.constantFrom(...CAPTURES),
      pick: fc.nat(),
      seq: fc.integer({ min: -3, max: 1200 }),
      ack: fc.option(fc.integer({ min: -3, max: 1200 })),
    })
    fc.assert(
      fc.property(entry, ({ connection, pick, seq, ack }) => {
        const segment = connection.segments[pick % connection.segments.length]
        if (!segment) return false
        const diagnosis = diagnose(connection, segment.n, { ...right(connection, segment.n), seq, ack })
        return diagnosis?.right === (seq === segment.relSeq && ack === segment.relAck)
      }),
      { numRuns: 2000 },
    )
  })

  it('does not depend on PSH', () => {
    expect(diagnose(conversation, 4, { ...right(conversation, 4), flags: ['ACK'] })?.right).toBe(true)
  })
})

describe('a misconception', () => {
  const everywhere = CAPTURES.flatMap((connection) =>
    connection.segments.flatMap(({ n }) => [
      { connection, n, notation: 'relative' as const },
      { connection, n, notation: 'absolute' as const },
    ]),
  )

  it('that gives a wrong answer is always among the findings', () => {
    for (const { connection, n, notation } of everywhere)
      for (const rule of MISCONCEPTIONS)
        for (const answer of mistakenAnswers(rule, connection, n, notation)) {
          const diagnosis = diagnose(connection, n, answer)
          if (diagnosis?.right) continue
          expect(diagnosis?.findings.map((finding) => finding.id)).toContain(rule.id)
        }
  })

  const shown = new Set(
    everywhere.flatMap(({ connection, n, notation }) =>
      MISCONCEPTIONS.flatMap((rule) =>
        mistakenAnswers(rule, connection, n, notation)
          .filter((answer) => diagnose(connection, n, answer)?.findings[0]?.id === rule.id)
          .map(() => rule.id),
      ),
    ),
  )
  /** Those that need the states of a model, a loss or a crossing, which the recordings have not. */
  const ELSEWHERE = [
    'two-way-handshake',
    'passive-side-waits',
    'closed-at-once',
    'one-fin-closes-both',
    'always-fin-wait-2',
    'half-open-half-closed',
    'no-crossing',
    'reset-waits',
    'ack-over-gap',
    'ack-not-arrived',
  ]
  it.each(MISCONCEPTIONS.map((rule) => rule.id).filter((id) => !ELSEWHERE.includes(id)))(
    'can be told from what it gives: %s',
    (id) => {
      expect([...shown]).toContain(id)
    },
  )

  it('is told in both languages, with every number filled in', () => {
    for (const rule of MISCONCEPTIONS)
      for (const language of ['en', 'zh-CN'] as const) {
        expect(isCode(`predict.${rule.id}`)).toBe(true)
        const params = {
          field: 'ack',
          given: 1,
          right: 2,
          lastSeq: 4,
          lastLen: 5,
          lastEnd: 6,
        }
        const said = explain({ code: `predict.${rule.id}.why`, params }, language)
        expect(isCode(`predict.${rule.id}.why`)).toBe(true)
        expect(said).not.toMatch(/[{}]/)
      }
  })
})

describe('the likeliest misconception', () => {
  it.each<[string, number, Partial<Answer>]>([
    ['ack-last-byte', 5, { ack: 35 }],
    ['syn-takes-none', 2, { ack: 0 }],
    ['syn-takes-none', 3, { seq: 0, ack: 0 }],
    ['fin-takes-none', 9, { ack: 36 }],
    ['fin-takes-none', 10, { seq: 36, ack: 44 }],
    ['pure-ack-takes-one', 4, { seq: 2 }],
    ['segment-takes-one', 8, { seq: 4, ack: 3 }],
    ['segment-takes-one', 5, { ack: 2 }],
    ['seq-continues-peer', 2, { seq: 1 }],
    ['seq-continues-peer', 6, { seq: 36 }],
    ['own-data-not-counted', 8, { seq: 1 }],
    ['seq-of-the-end', 1, { seq: 1 }],
    ['swapped', 8, { seq: 44, ack: 36 }],
    ['ack-without-flag', 1, { ack: 0 }],
    ['fin-alone', 8, { flags: ['FIN'], ack: null }],
    ['four-always', 9, { flags: ['ACK'] }],
    ['fin-as-reset', 8, { flags: ['RST', 'ACK'] }],
    ['syn-ack-split', 2, { flags: ['ACK'] }],
  ])('%s, segment %i, %j', (id, n, change) => {
    expect(found(conversation, n, change)[0]).toBe(id)
  })

  it.each<[string[], Partial<Answer>]>([
    [['ack-on-first-syn'], { flags: ['SYN', 'ACK'], ack: 0 }],
    [['ack-on-first-syn'], { flags: ['SYN', 'ACK'], ack: 1 }],
    [['ack-on-first-syn'], { flags: ['SYN', 'ACK'], ack: null }],
    [['ack-without-flag'], { ack: 1 }],
  ])('%j alone of the first SYN where an ack number is given to it, %j', (ids, change) => {
    expect(found(conversation, 1, change)).toEqual(ids)
  })

  it('blames no missing ACK bit for an ack left empty beside it', () => {
    expect(found(conversation, 3, { ack: null })).not.toContain('ack-missing')
    expect(found(conversation, 3, { flags: [], ack: null })[0]).toBe('ack-missing')
    expect(found(conversation, 8, { ack: null })).not.toContain('fin-alone')
  })

  it('tells whose numbers seq goes on from in absolute ones too', () => {
    const { ack } = right(conversation, 2, 'absolute')
    expect(found(conversation, 2, { seq: ack }, 'absolute')[0]).toBe('seq-continues-peer')
  })

  it('tells a swap, and one’s own number put into ack, in absolute numbers too', () => {
    const { seq, ack } = right(conversation, 8, 'absolute')
    expect(found(conversation, 8, { seq: ack, ack: seq }, 'absolute')[0]).toBe('swapped')
    expect(found(conversation, 8, { ack: seq }, 'absolute')).toContain('ack-own-seq')
    expect(found(conversation, 8, { ack: (seq ?? 0) + 1 }, 'absolute')).toContain('ack-own-next')
  })

  it('tells absolute numbers from relative ones, and a start at 0 from both', () => {
    expect(found(conversation, 4, { seq: 1, ack: 1 }, 'absolute')[0]).toBe('other-notation')
    expect(found(conversation, 1, { seq: 0 }, 'absolute')[0]).toBe('isn-zero')
  })

  it('knows what destroy() and a half-close do', () => {
    expect(found(captured('client-destroy'), 4, { flags: ['RST', 'ACK'] })[0]).toBe('destroy-resets')
    expect(found(captured('half-close-server-continues'), 7, { flags: ['FIN', 'ACK'] })[0]).toBe('fin-closes-both')
    expect(found(captured('client-reset'), 4, { flags: ['FIN', 'ACK'] })[0]).toBe('reset-as-fin')
  })

  it('is nothing where no misconception gives the value', () => {
    expect(found(conversation, 5, { ack: 9999 })).toEqual([])
  })
})

describe('a question', () => {
  it('shows nothing of its segment nor of what comes later', () => {
    for (const connection of CAPTURES)
      for (const { n, t } of connection.segments) {
        const asked = question(connection, n)
        expect(asked?.shown.segments.every((segment) => segment.n < n)).toBe(true)
        expect(asked?.shown.events.every((event) => event.t <= t)).toBe(true)
      }
  })

  it('tells the call that asked for the segment, and none where TCP answered by itself', () => {
    const cues = conversation.segments.map(({ n }) => question(conversation, n)?.cue?.name ?? null)
    expect(cues).toEqual(['call:connect', null, null, 'call:write', null, 'call:write', null, 'call:end', null, null])
  })

  it('tells the initial numbers, but none of a port that only refused', () => {
    expect(question(conversation, 1)?.isn).toEqual(conversation.isn)
    const refused = captured('connection-refused')
    expect(question(refused, 2)?.isn).toEqual({ client: refused.isn?.client, server: null })
  })

  it('is null where there is no such segment', () => {
    expect(question(conversation, 99)).toBeNull()
    expect(diagnose(conversation, 99, right(conversation, 1))).toBeNull()
  })
})
