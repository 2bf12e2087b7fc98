import { describe, expect, it } from 'vitest'
import { ackEquation, type Equation } from '@renderer/components/inspector/equation'
import { headerWords, optionsText } from '@renderer/components/inspector/header-options'
import { connection, conversation, segments } from '../../support/samples'

const said = (equation: Equation | null): string =>
  equation === null
    ? 'none'
    : `${equation.kind} ${equation.owner}: ${equation.terms.map((term) => `${term.role} ${term.value}`).join(' + ')} = ${equation.result}`

describe('ack = seq + len + SYN/FIN', () => {
  const all = conversation()
  const of = (n: number, mode: 'relative' | 'absolute' = 'relative'): string => {
    const segment = all.segments[n - 1]
    return segment ? said(ackEquation(all, segment, mode)) : 'no segment'
  }

  it.each([
    [1, 'next client: seq 0 + SYN 1 = 1'],
    [2, 'ack client: seq 0 + SYN 1 = 1'],
    [3, 'ack server: seq 0 + SYN 1 = 1'],
    [5, 'ack client: seq 1 + len 35 = 36'],
    [7, 'ack server: seq 1 + len 43 = 44'],
    [9, 'ack client: seq 36 + FIN 1 = 37'],
    [10, 'ack server: seq 44 + FIN 1 = 45'],
  ])('explains segment %i', (n, expected) => {
    expect(of(n)).toBe(expected)
  })

  it('counts on across 2^32 in absolute numbers', () => {
    expect(of(5, 'absolute')).toBe('ack client: seq 4294967291 + len 35 = 30')
  })

  it('has none where nothing here is acknowledged', () => {
    const stray = connection({ segments: segments('c:S:0', 's:A:7/300') })
    expect(stray.segments.map((segment) => said(ackEquation(stray, segment, 'relative')))).toEqual([
      'next client: seq 0 + SYN 1 = 1',
      'none',
    ])
  })

  it('has none for a reset that neither acknowledges nor takes a number', () => {
    const reset = connection({ segments: segments('c:R:78') })
    expect(reset.segments.map((segment) => said(ackEquation(reset, segment, 'relative')))).toEqual(['none'])
  })

  it('does not count a lost segment as received', () => {
    const [syn, data, ack] = segments('c:S:0', 'c:PA:1/1+10', 's:A:1/11')
    if (!syn || !data || !ack) throw new Error('three segments')
    const lossy = connection({ segments: [syn, { ...data, lost: true }, ack] })
    expect(said(ackEquation(lossy, ack, 'relative'))).toBe('none')
  })
})

describe('the options of a header', () => {
  it('fill whole words', () => {
    expect([headerWords(undefined), headerWords({ mss: 1460 }), headerWords({ mss: 1460, windowScale: 7 })]).toEqual([
      5, 6, 7,
    ])
  })

  it('read as their RFCs name them', () => {
    expect(optionsText({ mss: 65_495, windowScale: 10 })).toBe('MSS 65495 · WScale 10 (×1024)')
    expect(optionsText(undefined)).toBe('')
    const syn = { mss: 1460, sackPermitted: true, timestamps: { value: 9, echo: 0 }, windowScale: 7 }
    expect(optionsText(syn)).toBe('MSS 1460 · WScale 7 (×128) · SACK permitted · TSval 9 TSecr 0')
    // As Linux sends them: 40 bytes of header in a SYN, 44 in an ACK with one SACK block.
    const ack = { timestamps: { value: 9, echo: 1 }, sack: [[5, 8]] as [number, number][] }
    expect([headerWords(syn), headerWords(ack)]).toEqual([10, 11])
    expect(optionsText(ack)).toBe('TSval 9 TSecr 1 · SACK 5–8')
  })
})
