import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { PAIRS } from './localized'

const document = readFileSync(fileURLToPath(new URL('../../../../docs/terms.md', import.meta.url)), 'utf8')
const rows = document
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (English|-)/.test(line))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  )
const words = (cell = ''): string[] => cell.split('，').filter((word) => word !== '')

/** The textbook's own word may stand in brackets, once, as a gloss. */
const withoutGloss = (text: string): string => text.replace(/（[^）]*）/g, '')

describe('the Chinese terms of docs/terms.md', () => {
  it('has four columns, and a Chinese term for each English one', () => {
    expect(rows.length).toBeGreaterThan(20)
    for (const row of rows) {
      expect(row).toHaveLength(4)
      expect(row[1]).toMatch(/\p{Script=Han}/u)
    }
  })

  it.each(rows.flatMap(([, chinese = '', , not]) => words(not).map((word) => [word, chinese] as const)))(
    'no text says %s; it says %s',
    (word) => {
      expect(
        PAIRS.filter(({ zh }) => withoutGloss(zh).includes(word)).map(({ where, zh }) => `${where}: ${zh}`),
      ).toEqual([])
    },
  )

  it('opens files, views and windows only, and no connection', () => {
    const opened = PAIRS.filter(({ zh }) =>
      /打开[^，。；：、（“]{0,4}连接|连接[^，。；：、]{0,3}打开/.test(zh.replaceAll('半打开', '')),
    )
    expect(opened.map(({ where, zh }) => `${where}: ${zh}`)).toEqual([])
  })

  it('names the textbook’s own words somewhere', () => {
    const all = PAIRS.map(({ zh }) => zh).join('\n')
    for (const gloss of [
      '三报文握手',
      '四报文挥手',
      '连接释放',
      '已失效的连接请求报文段',
      '校验和',
      '序列号',
      '持续计时器',
    ])
      expect(all).toContain(gloss)
  })
})
