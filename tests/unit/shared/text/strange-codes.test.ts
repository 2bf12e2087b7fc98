import { describe as suite, expect, it } from 'vitest'
import { toTable } from '@main/cli/table'
import { describe, legend, layout, renderSvg, summary } from '@shared/diagram'
import { renderHandout } from '@shared/handout'
import { CODES, strangeTrace } from './strange-codes'

suite.each(['en', 'zh-CN'] as const)('a trace whose codes are names that every object has, in %s', (language) => {
  const trace = strangeTrace()
  const [sent, ack, note, rule] = CODES
  const [connection] = trace.connections
  if (!connection) throw new Error('the trace has no connection')

  it('is drawn, its notes and broken rules named by their codes', () => {
    const svg = renderSvg(trace, { language, theme: 'light', seq: 'relative' })
    for (const code of [note, rule]) expect(svg).toContain(code)
  })

  it('is printed', () => {
    const page = renderHandout(trace, { language, seq: 'relative' })
    for (const code of CODES) expect(page).toContain(code)
    expect(page).not.toMatch(/undefined|native code/)
  })

  it('is described, and set in a table', () => {
    const said = describe(connection, language).join('\n')
    for (const code of [sent, ack]) expect(said).toContain(code)
    expect(toTable(trace, language, 'relative')).toContain(note)
    expect(summary(connection, language)).not.toMatch(/undefined/)
    expect(legend(layout(connection), language).length).toBeGreaterThan(0)
  })
})
