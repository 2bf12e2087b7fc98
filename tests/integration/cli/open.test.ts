import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { joined, pcapFile } from '../../unit/shared/capture/capture-files'
import { lab, useBuiltLab, useFolder } from './lab'

useBuiltLab()
const folder = useFolder()

/** A capture of two conversations, which the program itself wrote one after the other. */
async function twoConversations(cwd: string): Promise<Buffer> {
  for (const scenario of ['zero-window', 'half-open-data']) {
    expect((await lab(['simulate', scenario, '--pcapng', `${scenario}.pcapng`], cwd)).code).toBe(0)
  }
  const read = (name: string): Buffer => readFileSync(join(cwd, `${name}.pcapng`))
  return Buffer.from(joined(read('zero-window'), read('half-open-data')))
}

describe('lab open', () => {
  test('shows the only conversation of the capture that the program wrote, as captured', async () => {
    const cwd = folder()
    await lab(['simulate', 'normal-close', '--pcapng', 'a.pcapng'], cwd)
    const run = await lab(['open', 'a.pcapng'], cwd)
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect(run.stdout.toString()).toMatch(/SYN,ACK .* captured/)
    expect(run.stdout.toString()).not.toContain('What the program saw')
  })

  test('lists several, and shows the one that is chosen; gzip makes no difference', async () => {
    const cwd = folder()
    writeFileSync(join(cwd, 'two.pcapng.gz'), gzipSync(await twoConversations(cwd)))
    const list = (await lab(['open', 'two.pcapng.gz'], cwd)).stdout.toString()
    expect(list).toContain('2 TCP connections')
    expect(list).toMatch(/handshake +FIN both ways/)
    expect(list).toMatch(/handshake +reset by the client/)
    const svg = await lab(['open', 'two.pcapng.gz', '--connection', '2', '--svg', '-'], cwd)
    expect(svg.stdout.toString()).toMatch(/^<svg/)
  })

  test('says where a file is cut off, and shows what stands before it', async () => {
    const cwd = folder()
    const whole = await twoConversations(cwd)
    writeFileSync(join(cwd, 'cut.pcapng'), whole.subarray(0, whole.length - 10))
    const run = await lab(['open', 'cut.pcapng'], cwd)
    expect(run.code).toBe(0)
    expect(run.stderr).toMatch(/cut off in the middle of a packet, at byte [\d,]+/)
    expect(run.stdout.toString()).toContain('2 TCP connections')
  })

  test.each([
    { name: 'a file that is none', args: ['wrong.txt'], says: /is no capture file: open one that Wireshark/ },
    { name: 'a file that is not there', args: ['gone.pcap'], says: /gone\.pcap can't be read \(ENOENT\)/ },
    { name: 'a number that is none', args: ['empty.pcap', '--connection', 'two'], says: /Give numbers of the list/ },
    { name: 'a connection that is not there', args: ['empty.pcap', '--connection', '3'], says: /has no connection 3/ },
  ])('refuses $name in one line', async ({ args, says }) => {
    const cwd = folder()
    writeFileSync(join(cwd, 'wrong.txt'), 'hello')
    writeFileSync(join(cwd, 'empty.pcap'), pcapFile({ littleEndian: true, nanoseconds: false, linkType: 1 }, []))
    const run = await lab(['open', ...args], cwd)
    expect(run.code).toBe(2)
    expect(run.stderr).toMatch(says)
    expect(run.stderr.trim().split('\n')).toHaveLength(1)
  })
})
