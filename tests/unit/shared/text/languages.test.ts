import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { messages } from '@shared/text'
import { PAIRS, type Pair } from './localized'

const root = fileURLToPath(new URL('../../../../src', import.meta.url))
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ts|vue)$/.test(path) && !/[\\/](text|locales)[\\/]/.test(path))
  .map((path) => readFileSync(join(root, path), 'utf8'))
  .join('\n')

const places = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
const where = (pairs: readonly Pair[]): string[] => pairs.map((pair) => `${pair.where}: ${pair.zh}`)

const HAN = /\p{Script=Han}/u
/** The same in both languages on purpose: numbers, flags, names of code and of header fields. */
const SAME = /^(RST|FIN,ACK|seq|ack|\{os\}, Node\.js \{node\})$/
/** A Latin letter or digit that touches a Chinese one. */
const TIGHT = /\p{Script=Han}[A-Za-z0-9`]|[A-Za-z0-9`]\p{Script=Han}/u
/** An ASCII mark where a Chinese sentence has its own. */
const NARROW = /\p{Script=Han}[,;:?!]|[,;:?!]\s*\p{Script=Han}/u

describe('the texts of the core, the catalogue, the lessons, the menus and the command line', () => {
  it('are all found', () => {
    for (const part of ['text', 'catalogue', 'groups', 'lesson', 'cli', 'desktop'])
      expect(PAIRS.filter((pair) => pair.where.startsWith(`${part}.`)).length).toBeGreaterThan(8)
  })

  it('exist in both languages, under the same codes', () => {
    expect(Object.keys(messages['zh-CN']).sort()).toEqual(Object.keys(messages.en).sort())
    const bare = PAIRS.filter(({ en, zh, where }) => (en === '' || zh === '') && !where.endsWith('.sentence.space'))
    expect(where(bare)).toEqual([])
  })

  it('name the same places in both languages', () => {
    for (const pair of PAIRS) expect([pair.where, places(pair.zh)]).toEqual([pair.where, places(pair.en)])
  })

  it('are in their own language, and not the same by accident', () => {
    const words = PAIRS.filter(({ en }) => /[a-z]{2}/i.test(en.replace(/\{\w+\}/g, '')) && !SAME.test(en))
    expect(where(words.filter(({ zh }) => !HAN.test(zh)))).toEqual([])
    expect(where(PAIRS.filter(({ en }) => HAN.test(en)))).toEqual([])
  })

  it('set Chinese as Chinese is set: its own punctuation, and a space before and after Latin', () => {
    expect(where(PAIRS.filter(({ zh }) => TIGHT.test(zh.replaceAll('**', ''))))).toEqual([])
    expect(where(PAIRS.filter(({ zh }) => NARROW.test(zh)))).toEqual([])
  })

  it('have no code that nothing says', () => {
    const asked = [...sources.matchAll(/['"`]([\w-]+(?:\.(?:[\w-]|\$\{[^}]*\})+)+)['"`]/g)].map(([, code = '']) => code)
    const patterns = asked.map(
      (code) => new RegExp(`^${code.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[^.]+')}$`),
    )
    // The reasons of the model (`tcp.`) have a test that holds them against their table.
    const isOwn = (code: string): boolean => !code.startsWith('tcp.')
    // A misconception is said by its id: `predict.<id>` and `predict.<id>.why`.
    const idOf = (code: string): string => /^predict\.([\w-]+?)(\.why)?$/.exec(code)?.[1] ?? ''
    const unused = Object.keys(messages.en)
      .filter(isOwn)
      .filter((code) =>
        code.startsWith('predict.')
          ? !sources.includes(`'${idOf(code)}'`) && !asked.includes(code)
          : !patterns.some((pattern) => pattern.test(code)),
      )
    expect(unused).toEqual([])
  })
})
