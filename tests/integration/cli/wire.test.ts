import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { traceSchema, type Trace } from '@shared/trace/schema'
import { unable } from '../wire/support'
import { lab, useBuiltLab, useFolder } from './lab'

useBuiltLab()
const folder = useFolder()

const read = (text: string): Trace => v.parse(traceSchema, JSON.parse(text))

describe('lab doctor', () => {
  test('says what this machine can do, and for what it cannot, why', async () => {
    const { code, stdout } = await lab(['doctor'])
    const said = stdout.toString()
    expect(code).toBe(0)
    expect(said).toContain('yes  loopback')
    expect(said).toContain(unable === null ? 'yes  wire' : unable)
  })
})

describe('lab run --wire', () => {
  test('shows a lost SYN sent again about a second later, as captured', async (context) => {
    if (unable !== null) context.skip(unable)
    const { code, stdout } = await lab(['run', 'lost-syn', '--wire', '--json', '-'])
    expect(code).toBe(0)
    const [connection] = read(stdout.toString()).connections
    const [first, again] = connection?.segments ?? []
    expect(first).toMatchObject({ flags: ['SYN'], provenance: 'captured', fate: { became: 'dropped', by: 'scenario' } })
    expect(again).toMatchObject({ flags: ['SYN'], retransmission: true, seq: first?.seq })
    expect((again?.t ?? 0) - (first?.t ?? 0)).toBeGreaterThan(900)
    expect(connection?.isn?.client).toBe(first?.seq)
  })

  test('refuses a scenario that breaks the rules of TCP, as no kernel does', async (context) => {
    if (unable !== null) context.skip(unable)
    const { code, stderr } = await lab(['run', 'no-time-wait', '--wire'])
    expect(code).toBe(2)
    expect(stderr).toContain('no kernel breaks the rules of TCP')
  })
})

describe('lab wire', () => {
  const SERVER = `import { createServer } from 'node:http'
    createServer((request, response) => response.end('you asked for ' + request.url)).listen(3000)`

  test('captures what any two programs say, and nothing leads out of their network', async (context) => {
    if (unable !== null) context.skip(unable)
    const cwd = folder()
    writeFileSync(join(cwd, 'server.mjs'), SERVER)
    writeFileSync(
      join(cwd, 'client.mjs'),
      `import { connect } from 'node:net'
       for (const path of ['/', '/favicon.ico']) console.log(await (await fetch('http://192.0.2.2:3000' + path)).text())
       connect(80, '198.51.100.1').on('error', (error) => { console.log(error.code); process.exit() })`,
    )
    const ran = await lab(
      ['wire', '--server', 'node server.mjs', '--client', 'node client.mjs', '--json', 'w.json'],
      cwd,
    )
    expect(ran).toMatchObject({ code: 0 })
    expect(ran.stderr).toContain('client: you asked for /favicon.ico')
    expect(ran.stderr).toContain('client: ENETUNREACH')
    const { connections } = read(readFileSync(join(cwd, 'w.json'), 'utf8'))
    const sent = connections.flatMap(({ segments }) => segments)
    expect(sent.every(({ provenance }) => provenance === 'captured')).toBe(true)
    const text = sent.map(({ bytes = '' }) => Buffer.from(bytes, 'hex').toString('latin1')).join('')
    expect(text).toContain('GET / HTTP/1.1')
    expect(text).toContain('GET /favicon.ico HTTP/1.1')
    expect(connections[0]?.observes).toEqual([])
  })

  test.skipIf(unable !== null).each([
    ['is not found', 'no-such-program-here', 'ended at once', 'not found'],
    ['ends at once', 'echo good day; exit 3', 'exit code 3', 'server: good day'],
  ])('says when the server’s program %s', async (...[, server, words, printed]) => {
    const { code, stderr } = await lab(['wire', '--server', server, '--client', 'true'])
    expect(code).toBe(1)
    expect(stderr).toContain(words)
    expect(stderr).toContain(printed)
  })

  test('shows the beginning of ten megabytes of output, and counts the rest', async (context) => {
    if (unable !== null) context.skip(unable)
    const cwd = folder()
    writeFileSync(join(cwd, 'server.mjs'), `${SERVER}\nconsole.log('x'.repeat(10_000_000))`)
    const { stderr } = await lab(['wire', '--server', 'node server.mjs', '--client', 'sleep 1'], cwd)
    expect(stderr.length).toBeLessThan(100_000)
    expect(stderr).toMatch(/sent each other no segment/)
  })

  test('says when an option is missing', async () => {
    const { code, stderr } = await lab(['wire', '--server', 'true'])
    expect(code).toBe(2)
    expect(stderr).toContain('--client')
  })
})
