import { describe, expect, it } from 'vitest'
import { format } from '@shared/text/format'
import { PAIRS, type Pair } from './localized'

const places = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
const where = (pairs: readonly Pair[]): string[] => pairs.map((pair) => `${pair.where}: ${pair.zh}`)

const HAN = /\p{Script=Han}/u
/** The same in both languages on purpose: numbers, flags, names of code and of header fields. */
const SAME =
  /^(RST|FIN,ACK|`[^`]+`|[A-Z]+(?:-[A-Z0-9]+)*|seq|ack|\{os\}, Node\.js \{node\}|\w+\.\w+\(…\)|\w+\.\{method\}\(\)|\{shown\} of \{total\}|at (least|most) \{count\}|\{side\}: allowHalfOpen)$/
/** A Latin letter or digit that touches a Chinese one. */
const TIGHT = /\p{Script=Han}[A-Za-z0-9`]|[A-Za-z0-9`]\p{Script=Han}/u
/** An ASCII mark where a Chinese sentence has its own. */
const NARROW = /\p{Script=Han}[,;:?!]|[,;:?!]\s*\p{Script=Han}/u

describe('the texts of the catalogue, the scenarios and the lessons', () => {
  it('are all found', () => {
    for (const [part, least] of [
      ['text', 900],
      ['catalogue', 100],
      ['groups', 8],
      ['lesson', 150],
    ] as const)
      expect(PAIRS.filter((pair) => pair.where.startsWith(`${part}.`)).length).toBeGreaterThan(least)
  })

  it('say something in both languages', () => {
    const bare = PAIRS.filter(({ en, zh, where }) => (en === '' || zh === '') && !where.endsWith('.sentence.space'))
    expect(where(bare)).toEqual([])
  })

  it('name the same places in both languages', () => {
    for (const pair of PAIRS) expect([pair.where, places(pair.zh)]).toEqual([pair.where, places(pair.en)])
  })

  it('are in their own language, and not the same by accident', () => {
    const words = PAIRS.filter(({ en }) => /[a-z]{2}/i.test(en.replace(/\{\w+\}/g, '')) && !SAME.test(en))
    expect(where(words.filter(({ zh }) => !HAN.test(zh)))).toEqual([])
    expect(where(PAIRS.filter(({ en, where }) => HAN.test(en) && where !== 'text.header.language'))).toEqual([])
  })

  it('set Chinese as Chinese is set: its own punctuation, and a space before and after Latin', () => {
    expect(where(PAIRS.filter(({ zh }) => TIGHT.test(zh.replaceAll('**', ''))))).toEqual([])
    expect(where(PAIRS.filter(({ zh }) => NARROW.test(zh)))).toEqual([])
  })

  it('can all be compiled, and leave no place unfilled', () => {
    for (const { en, zh } of PAIRS.filter(({ where }) => where.startsWith('text.'))) {
      const params = Object.fromEntries(places(en).map((place) => [place.slice(1, -1), 1]))
      for (const text of [en, zh]) expect(format(text, params, 'en')).not.toMatch(/[{}|]/)
    }
  })
})
