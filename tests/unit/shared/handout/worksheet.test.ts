import { describe, expect, it } from 'vitest'
import { renderWorksheet, type WorksheetOptions } from '@shared/handout'
import { tableRows } from '@shared/diagram'
import { findScenario } from '@shared/scenario/catalogue'
import { simulate } from '@shared/tcp/simulate'
import type { Trace } from '@shared/trace/schema'

function played(id: string): Trace {
  const scenario = findScenario(id)?.scenario
  const trace = scenario && simulate(scenario)
  if (!trace?.ok) throw new Error('the what-if did not run')
  return trace.value
}

const trace = played('normal-close')
const OPTIONS: WorksheetOptions = { language: 'en', seq: 'relative', blanks: ['flags', 'seq', 'ack'], seed: 1 }
const make = (more: Partial<WorksheetOptions> = {}, of = trace): { sheet: string; key: string } => {
  const made = renderWorksheet(of, { ...OPTIONS, ...more })
  if (!made) throw new Error('no worksheet was made')
  return made
}
/** The cells of each row, with whether each is asked. */
const cells = (page: string): { text: string; asked: boolean }[][] =>
  [...page.matchAll(/<tr>((?:<td.*?<\/td>)+)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<td( class="asked")?>(.*?)<\/td>/g)].map(([, asked, text = '']) => ({
      text,
      asked: asked !== undefined,
    })),
  )

describe('the worksheet', () => {
  it('leaves the asked fields blank, and nothing else', () => {
    const rows = cells(make().sheet)
    expect(rows).toHaveLength(trace.connections[0]?.segments.length ?? -1)
    for (const row of rows) for (const { text, asked } of row) expect(text === '').toBe(asked)
    expect(rows.flat().filter(({ asked }) => asked).length).toBeGreaterThan(3)
    // Only what was chosen: flags, seq and ack are the third to the fifth column.
    for (const row of rows) for (const index of [0, 1, 5]) expect(row[index]?.asked).toBe(false)
  })

  it('has a key whose answers are the trace’s own, in the same fields', () => {
    for (const seq of ['relative', 'absolute'] as const) {
      const { sheet, key } = make({ seq })
      const asked = (page: string): boolean[][] => cells(page).map((row) => row.map((one) => one.asked))
      expect(asked(key)).toEqual(asked(sheet))
      const rows = tableRows(trace.connections[0] as NonNullable<(typeof trace.connections)[0]>, seq)
      expect(cells(key).map((row) => [row[2]?.text, row[3]?.text, row[4]?.text])).toEqual(
        rows.map((row) => [
          row.flagText,
          row.seq.toLocaleString('en'),
          row.ack === null ? '–' : row.ack.toLocaleString('en'),
        ]),
      )
    }
  })

  it('is the same for the same seed, and another for another one', () => {
    expect(make()).toEqual(make())
    expect(new Set([1, 2, 3, 4, 5].map((seed) => make({ seed }).sheet)).size).toBe(5)
  })

  it('asks for something with every seed, and for whole segments where told', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      for (const blanks of [['ack'], ['segment']] as const)
        expect(
          cells(make({ seed, blanks }).sheet)
            .flat()
            .some(({ asked }) => asked),
        ).toBe(true)
    }
    const whole = cells(make({ blanks: ['segment'], seed: 7 }).sheet).filter((row) => row[1]?.asked)
    for (const row of whole) expect(row.slice(1).every(({ asked }) => asked)).toBe(true)
  })

  it('speaks both languages, says what is simulated and what is no real TCP, and prints on A4 alone', () => {
    const { sheet, key } = make({ language: 'zh-CN' }, played('two-way-handshake'))
    expect(sheet).toContain('练习')
    expect(key).toContain('答案')
    expect(sheet).toMatch(/class="loud".*class="loud"/s)
    expect(sheet).toContain('@page')
    expect(sheet).not.toMatch(/<script|<link|<img|undefined|NaN/)
  })

  it('is not made of nothing', () => {
    expect(renderWorksheet({ ...trace, connections: [] }, OPTIONS)).toBeNull()
    expect(renderWorksheet(trace, { ...OPTIONS, connection: 'none' })).toBeNull()
  })
})
