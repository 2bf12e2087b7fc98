import { describe, expect, it } from 'vitest'
import { renderHandout } from '@shared/handout'
import { CATALOGUE, findScenario } from '@shared/scenario/catalogue'
import { simulate } from '@shared/tcp/simulate'
import { twin } from '@shared/tcp/twin'
import type { Trace } from '@shared/trace/schema'
import { captured } from '../predict/conversations'

const live: Trace = {
  version: 1,
  mode: 'live',
  scenario: 'request-response-client-end',
  title: { en: 'A <b>request</b> & its answer', 'zh-CN': '一问一答' },
  connections: [twin({ ...captured('request-response-client-end'), segments: [] })],
}

describe('the handout', () => {
  it.each(['en', 'zh-CN'] as const)('has diagram, table and a sentence for each segment, in %s', (language) => {
    const page = renderHandout(live, { language, seq: 'relative' })
    expect(page).toContain(`<html lang="${language}">`)
    expect(page).toContain('<svg')
    expect(page.match(/<tr>/g)).toHaveLength(11)
    expect(page.match(/<li>/g)?.length).toBeGreaterThanOrEqual(10)
    expect(page.match(/<cite>RFC 9293/g)?.length).toBeGreaterThanOrEqual(10)
    expect(page.match(/<svg /g)).toHaveLength(2)
    expect(page).not.toMatch(/handout\.|diagram\.(tag|provenance)|undefined|NaN/)
  })

  it('shows every window in bytes, scaled where scaling was agreed', () => {
    const large = { ...live, connections: [twin({ ...captured('large-write'), segments: [] })] }
    const [connection] = large.connections
    const page = renderHandout(large, { language: 'en', seq: 'relative' })
    expect(page).toContain('Window (bytes)')
    for (const { n, windowBytes } of connection?.segments ?? []) {
      const row = new RegExp(
        `<tr><td class="number">${n}</td>.*<td class="number">${windowBytes?.toLocaleString('en')}</td><td>`,
      )
      expect(page).toMatch(row)
    }
  })

  it('lets nothing of a trace become markup, runs no script and fetches nothing', () => {
    const page = renderHandout(live, { language: 'en', seq: 'absolute' })
    expect(page).toContain('A &lt;b&gt;request&lt;/b&gt; &amp; its answer')
    expect(page).not.toMatch(/<script|<link|<img|@import|url\((?!#)/i)
  })

  it('gives the same text for the same trace and options', () => {
    const once = renderHandout(live, { language: 'en', seq: 'relative' })
    expect(renderHandout(live, { language: 'en', seq: 'relative' })).toBe(once)
  })

  it('says loudly that it is simulated, and which rules were broken', () => {
    const entry = findScenario('two-way-handshake')
    const trace = entry && simulate(entry.scenario)
    if (!trace?.ok) throw new Error('the what-if did not run')
    const page = renderHandout(trace.value, { language: 'en', seq: 'relative' })
    expect(page).toContain('SIMULATED: a what-if on a virtual network; no real socket took part')
    expect(page).toContain('NOT REAL TCP: switched off here: the third step of the handshake')
  })

  it('can be made of every what-if of the catalogue', () => {
    for (const { kind, scenario } of CATALOGUE) {
      if (kind !== 'what-if') continue
      const trace = simulate(scenario)
      expect(trace.ok && renderHandout(trace.value, { language: 'zh-CN', seq: 'relative' }).length).toBeGreaterThan(
        3000,
      )
    }
  })

  it('says what the scenario teaches and what to look for', () => {
    const { explanation, lookFor } = findScenario('request-response-client-end')?.scenario ?? {}
    const page = renderHandout(live, { language: 'zh-CN', seq: 'relative' })
    expect(page).toContain(explanation?.['zh-CN'])
    expect(page).toContain(lookFor?.['zh-CN'])
  })

  it('cuts a long diagram into pages, with the heads on each', () => {
    const long: Trace = { ...live, connections: [twin({ ...captured('large-write'), segments: [] })] }
    const page = renderHandout(long, { language: 'en', seq: 'relative' })
    expect(page.match(/Part \d of 2\.<\/figcaption>/g)).toHaveLength(2)
    expect(page.match(/>Client<\/text>/g)).toHaveLength(2)
  })

  it('says so where there is no such connection', () => {
    expect(renderHandout(live, { language: 'en', seq: 'relative', connection: 'none' })).toContain('No connection yet.')
  })
})
