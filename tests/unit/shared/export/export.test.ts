import { describe, expect, it } from 'vitest'
import { toCsv } from '@shared/export/csv'
import { toMarkdown } from '@shared/export/markdown'
import { toMermaid } from '@shared/export/mermaid'
import { findScenario } from '@shared/scenario/catalogue'
import { simulate } from '@shared/tcp/simulate'
import type { Trace } from '@shared/trace/schema'

function played(id: string): Trace {
  const entry = findScenario(id)
  const result = entry ? simulate(entry.scenario) : null
  if (!result?.ok) throw new Error(`${id} plays`)
  return { ...result.value, platform: { os: 'linux x64', release: '6.1', node: 'v20.0.0' } }
}

const trace = played('lost-syn')
const segments = trace.connections.flatMap((connection) => connection.segments)
const evil: Trace = {
  ...trace,
  title: { en: '| <b> \n# *x*', 'zh-CN': 'x' },
  connections: trace.connections.map((connection) => ({ ...connection, id: '=cmd|"a",\n;%%#' })),
}

describe('an export for elsewhere', () => {
  it('is CSV with a line for each segment, which a spreadsheet takes for text', () => {
    const lines = toCsv(trace, 'relative').split('\r\n')
    expect(lines).toHaveLength(segments.length + 2)
    expect(lines[1]).toMatch(/^c1,1,[\d.]+,client,SYN,0,,0,\d+,simulated,certain,simulated,linux x64 6\.1,v20\.0\.0$/)
    expect(toCsv(evil, 'relative')).toContain(`"'=cmd|""a"",\n;%%#",1,`)
  })

  it('is a Mermaid diagram with an arrow for each segment, a lost one crossed', () => {
    const text = toMermaid(trace, 'relative')
    expect(text.split('\n')[0]).toBe('sequenceDiagram')
    expect(text.match(/^ {2}(client|server)-+(>>|x)(client|server): /gm)).toHaveLength(segments.length)
    expect(text.match(/-x/g)).toHaveLength(segments.filter(({ lost }) => lost).length)
    expect(text).toMatch(/%% simulated: no socket was involved\n[^]*%% linux x64 6\.1, Node v20\.0\.0\n/)
    expect(toMermaid({ ...trace, mode: 'captured' }, 'relative')).toContain('%% captured: read off the wire\n')
    for (const line of toMermaid(evil, 'absolute').split('\n')) expect(line).toMatch(/^(sequenceDiagram| {2}[^;#]*|)$/)
  })

  it('is a Markdown table in either language, whose cells hold no marks', () => {
    const text = toMarkdown(trace, 'zh-CN', 'relative')
    expect(text.match(/^\| \d+ \|/gm)).toHaveLength(segments.length)
    expect(text).toContain('| 客户端 |')
    expect(text).toContain('Node v20.0.0')
    expect(toMarkdown(evil, 'en', 'relative').split('\n')[0]).toBe('## \\| \\<b\\>  \\# \\*x\\*')
  })
})
