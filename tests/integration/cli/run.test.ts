import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { traceSchema } from '@shared/trace/schema'
import { lab, useBuiltLab, useFolder } from './lab'

useBuiltLab()
const folder = useFolder()

/** `client SYN 0/-+0`: who sent it, its flags (PSH is the sender's own affair), seq/ack, and how many bytes. */
const shape = (trace: v.InferOutput<typeof traceSchema>): string[] =>
  (trace.connections[0]?.segments ?? []).map(({ from, flags, relSeq, relAck, len }) => {
    const names = ['SYN', 'FIN', 'RST', 'ACK'].filter((name) => (flags as string[]).includes(name))
    return `${from} ${names.join(',')} ${relSeq}/${relAck ?? '-'}+${len}`
  })

describe('lab run', () => {
  test('writes the picture and the record of a request, its response and the close, number by number', async () => {
    const cwd = folder()
    const run = await lab(['run', 'request-response-client-end', '--svg', 'a.svg', '--json', 'a.json'], cwd)
    expect(run).toMatchObject({ code: 0, stderr: 'Wrote a.json\nWrote a.svg\n' })
    expect(run.stdout).toHaveLength(0)

    const trace = v.parse(traceSchema, JSON.parse(readFileSync(join(cwd, 'a.json'), 'utf8')))
    expect(shape(trace)).toEqual([
      'client SYN 0/-+0',
      'server SYN,ACK 0/1+0',
      'client ACK 1/1+0',
      'client ACK 1/1+35',
      'server ACK 1/36+0',
      'server ACK 1/36+43',
      'client ACK 36/44+0',
      'client FIN,ACK 36/44+0',
      'server FIN,ACK 44/37+0',
      'client ACK 37/45+0',
    ])
    const [connection] = trace.connections
    expect(connection?.events.every((event) => event.provenance === 'observed')).toBe(true)
    expect(connection?.segments.every((segment) => segment.provenance === 'inferred')).toBe(true)
    expect(readFileSync(join(cwd, 'a.svg'), 'utf8')).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
  })

  test('draws the same bytes from the record it saved', async () => {
    const cwd = folder()
    await lab(['run', 'connect-then-client-end', '--svg', 'a.svg', '--json', 'a.json', '--theme', 'dark'], cwd)
    await lab(['render', 'a.json', '--svg', 'b.svg', '--theme', 'dark'], cwd)
    expect(readFileSync(join(cwd, 'b.svg'))).toEqual(readFileSync(join(cwd, 'a.svg')))
  })

  test('writes a handout, the same bytes from the record it saved', async () => {
    const cwd = folder()
    await lab(['run', 'connect-then-client-end', '--handout', 'a.html', '--json', 'a.json', '--lang', 'zh-CN'], cwd)
    const again = await lab(['render', 'a.json', '--handout', '-', '--lang', 'zh-CN'], cwd)
    const page = readFileSync(join(cwd, 'a.html'))
    expect(again.stdout).toEqual(page)
    expect(page.toString()).toMatch(/^<!doctype html>\n<html lang="zh-CN">/)
  })

  test('prints a readable table where no file is asked for', async () => {
    const run = await lab(['run', 'connect-then-client-end', '--lang', 'zh-CN'])
    expect(run.code).toBe(0)
    const table = run.stdout.toString()
    expect(table).toContain('TCP 发送的')
    expect(table).toMatch(/1 +[\d.]+ +客户端 +SYN +0 +– +0 /)
    expect(table).toMatch(/服务器 +'connection'/)
  })

  test('writes PNG in three sizes and a capture file', async () => {
    const cwd = folder()
    const widths: number[] = []
    for (const scale of ['1', '2', '4']) {
      const run = await lab(
        ['run', 'connection-refused', '--png', 'a.png', '--pcapng', 'a.pcapng', '--scale', scale],
        cwd,
      )
      expect(run.code).toBe(0)
      const png = readFileSync(join(cwd, 'a.png'))
      expect(png.subarray(1, 4).toString()).toBe('PNG')
      // PNG specification §11.2.1: IHDR's first field is the width.
      widths.push(png.readUInt32BE(16))
    }
    const [one = 0, two, four] = widths
    expect([two, four]).toEqual([2 * one, 4 * one])
    // pcapng specification: a file begins with the Section Header Block's type.
    expect(readFileSync(join(cwd, 'a.pcapng')).readUInt32LE(0)).toBe(0x0a0d0d0a)
  })

  test('gives the same initial sequence numbers for the same seed', async () => {
    const isn = async (): Promise<unknown> => {
      const run = await lab(['run', 'connection-refused', '--seed', '7', '--json', '-'])
      return v.parse(traceSchema, JSON.parse(run.stdout.toString())).connections[0]?.isn
    }
    const first = await isn()
    expect(first).toBeDefined()
    expect(await isn()).toEqual(first)
  })

  test('plays a file, and says with code 1 which of its steps never came', async () => {
    const cwd = folder()
    const scenario = {
      id: 'waits-in-vain',
      steps: [
        { side: 'client', do: 'connect' },
        { side: 'client', do: 'end', on: 'client:timeout' },
      ],
    }
    writeFileSync(join(cwd, 'mine.json'), JSON.stringify(scenario))
    const run = await lab(['run', 'mine.json', '--svg', 'a.svg'], cwd)
    expect(run.code).toBe(1)
    expect(run.stderr).toMatch(/^Step 2 \(client end\) waited 5 s for .*client.*timeout.*\n$/)
    expect(existsSync(join(cwd, 'a.svg'))).toBe(false)
  })
})
