import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COLOURS, colourSheet, layout, renderSvg, toSvg, type RenderOptions } from '@shared/diagram'
import type { Trace } from '@shared/trace/schema'
import { anyConnection } from './arbitrary'
import { connection, event, recorded, trace } from './conversations'
import { simultaneousOpen, troubled } from './strange'

const ENGLISH: RenderOptions = { language: 'en', theme: 'light', seq: 'relative' }
const TITLE = { en: 'Request, response, orderly close', 'zh-CN': '请求、响应、正常关闭' }
const requestResponse = (): Trace => trace([recorded('request-response-client-end')], { title: TITLE })

/** Reads the document as strictly as is needed to know that it is well formed; answers its elements' names. */
function elements(svg: string): readonly string[] {
  const open: string[] = []
  const names: string[] = []
  const tags = /<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|<|&(?!(?:amp|lt|gt|quot);)/g
  for (const [whole, closing, name, , empty] of svg.matchAll(tags)) {
    if (name === undefined) throw new Error(`not well formed at ${whole}`)
    if (closing === '/') {
      if (open.pop() !== name) throw new Error(`</${name}> closes something else`)
      continue
    }
    names.push(name)
    if (empty !== '/') open.push(name)
  }
  if (open.length > 0) throw new Error(`<${open.join(' <')} left open`)
  return names
}

describe('renderSvg', () => {
  it.each([
    ['request-response', requestResponse(), ENGLISH],
    ['request-response-zh-dark-absolute', requestResponse(), { language: 'zh-CN', theme: 'dark', seq: 'absolute' }],
    ['troubled', trace([troubled()], { mode: 'simulated', counterfactual: ['no-time-wait'] }), ENGLISH],
    ['simultaneous-open', trace([simultaneousOpen()], { mode: 'simulated' }), ENGLISH],
  ] as const)('draws %s as reviewed', async (name, given, options) => {
    await expect(renderSvg(given, options)).toMatchFileSnapshot(`./snapshots/${name}.svg`)
  })

  it('stands alone: nothing referred to, nothing run, nothing that some viewers draw differently', () => {
    const svg = renderSvg(trace([troubled(), recorded('large-write')], { mode: 'simulated' }), ENGLISH)
    expect(new Set(elements(svg))).toEqual(
      new Set(['svg', 'title', 'desc', 'g', 'path', 'rect', 'circle', 'text', 'tspan']),
    )
    for (const banned of [
      'href',
      'url(',
      'var(',
      'style=',
      'class=',
      'textLength',
      'paint-order',
      'baseline',
      'NaN',
      'undefined',
    ]) {
      expect(svg).not.toContain(banned)
    }
    expect(svg.match(/http/g)).toHaveLength(1)
  })

  it('says its size three times over, and what it is', () => {
    const svg = renderSvg(requestResponse(), ENGLISH)
    const [, width, height] = /<svg [^>]*width="(\d+)" height="(\d+)"/.exec(svg) ?? []
    expect(svg).toContain(`viewBox="0 0 ${width} ${height}"`)
    expect(svg).toContain('role="img"')
    expect(svg).toContain('<title>Request, response, orderly close</title>')
    expect(svg).toContain(
      'Segment 2, server to client: SYN ACK, sequence number 0, acknowledgement number 1, inferred.',
    )
  })

  it('carries the provenance of its marks and the legend that explains them', () => {
    const svg = renderSvg(requestResponse(), ENGLISH)
    expect(svg).toContain('data-provenance="inferred"')
    expect(svg).toContain('data-provenance="observed"')
    expect(svg).toContain('segment inferred from RFC 9293')
    expect(svg).toContain('event the program saw (observed)')
  })

  it('labels loudly what no real socket did, and what is not TCP', () => {
    const given = trace([troubled()], { mode: 'simulated', counterfactual: ['no-time-wait', 'isn-always-zero'] })
    const svg = renderSvg(given, ENGLISH)
    expect(svg).toContain('SIMULATED')
    expect(svg).toContain('NOT REAL TCP: switched off here: TIME-WAIT, unpredictable initial sequence numbers')
    expect(renderSvg(given, { ...ENGLISH, language: 'zh-CN' })).toContain('并非真实的 TCP')
    expect(renderSvg(requestResponse(), ENGLISH)).not.toContain('SIMULATED')
  })

  it('draws the connection asked for, or all of them under each other', () => {
    const both = trace([recorded('server-reset'), { ...recorded('both-end'), id: 'c2' }])
    const one = renderSvg(both, { ...ENGLISH, connection: 'c2' })
    expect(one).not.toContain('RST')
    expect(renderSvg(both, ENGLISH).length).toBeGreaterThan(one.length * 1.5)
    expect(renderSvg(both, ENGLISH)).toContain('RST')
  })

  it('draws two lifelines and a sentence for a trace without connections', () => {
    const svg = renderSvg(trace([]), ENGLISH)
    expect(elements(svg)).toContain('path')
    expect(svg).toContain('No connection yet')
  })

  it('escapes whatever a trace brings along', () => {
    const nasty = '</text><script>alert("1")</script>&\u0000\ud800'
    const given = connection({
      client: { address: nasty, port: 1 },
      events: [event(0, 'client', 'error', { code: nasty })],
      notes: [{ t: 0, kind: 'bent', reason: { code: nasty, source: nasty } }],
    })
    const svg = renderSvg(trace([given], { title: { en: nasty, 'zh-CN': nasty } }), ENGLISH)
    expect(elements(svg)).not.toContain('script')
    expect(svg).not.toMatch(/[\0\ud800]/)
  })

  it('gives the same bytes for the same trace, and a well-formed document for any', () => {
    fc.assert(
      fc.property(anyConnection, fc.constantFrom('en', 'zh-CN'), (given, language) => {
        const options = { ...ENGLISH, language } as const
        const svg = renderSvg(trace([given]), options)
        expect(renderSvg(trace([given]), options)).toBe(svg)
        expect(elements(svg)[0]).toBe('svg')
        expect(svg).not.toMatch(/NaN|undefined|Infinity/)
      }),
      { numRuns: 60 },
    )
  })
})

describe('toSvg', () => {
  it('draws a geometry under the title it is given', () => {
    const svg = toSvg(layout(recorded('both-end')), { theme: 'dark', language: 'en', title: 'A title' })
    expect(svg).toContain('<title>A title</title>')
    expect(svg).toContain(COLOURS.dark.panel)
  })
})

/** WCAG 2.2: relative luminance and contrast ratio. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [r = 0, g = 0, blue = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue
  }
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(['light', 'dark', 'projector'] as const)('the %s theme', (theme) => {
  const palette = COLOURS[theme]

  it('gives every text the contrast of WCAG AA', () => {
    const texts = ['ink', 'muted', 'syn', 'fin', 'rst', 'data', 'ok', 'wait', 'idle', 'client', 'server'] as const
    for (const colour of texts) expect(contrast(palette[colour], palette.panel)).toBeGreaterThanOrEqual(4.5)
    for (const side of ['client', 'server'] as const) {
      expect(contrast(palette[side], palette[`${side}-bg`])).toBeGreaterThanOrEqual(4.5)
      expect(contrast(palette.muted, palette[`${side}-bg`])).toBeGreaterThanOrEqual(4.5)
    }
    expect(contrast(palette.warning, palette['warning-bg'])).toBeGreaterThanOrEqual(4.5)
    expect(contrast(palette.rst, palette['warning-bg'])).toBeGreaterThanOrEqual(4.5)
  })

  it('has a value for every name, and the style sheet says them all', () => {
    expect(Object.keys(palette)).toEqual(Object.keys(COLOURS.light))
    for (const [name, value] of Object.entries(palette)) expect(colourSheet()).toContain(`--${name}: ${value};`)
  })
})
