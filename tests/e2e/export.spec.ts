import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from './support/test'

const CLI = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url))

test('app and command line draw the same trace with the same bytes', async ({ lab }, testInfo) => {
  await lab.run('Request, response, orderly close')
  await lab.closed()
  await expect(lab.start).toBeEnabled()
  const svg = await lab.export('SVG picture')
  const handout = await lab.export(/^Handout/)
  const trace = await lab.export(/^Trace \(JSON\)/)
  expect(trace.name).toMatch(/request-response-client-end.*\.json$/)

  const from = testInfo.outputPath('trace.json')
  const [picture, sheet] = [testInfo.outputPath('drawn.svg'), testInfo.outputPath('drawn.html')]
  await test.step('draw the saved trace with the command line', () => {
    writeFileSync(from, trace.data)
    const drawn = spawnSync(process.execPath, [CLI, 'render', from, '--svg', picture, '--handout', sheet], {
      encoding: 'utf8',
    })
    expect(drawn).toMatchObject({ status: 0, stderr: `Wrote ${sheet}\nWrote ${picture}\n` })
  })
  expect(readFileSync(picture, 'utf8')).toBe(svg.data.toString())
  expect(readFileSync(sheet, 'utf8')).toBe(handout.data.toString())
})

test('the segments are copied as Markdown and as Mermaid, and saved as CSV', async ({ lab, page }) => {
  await lab.connect()
  const copied = async (name: string): Promise<string> => {
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await page.getByRole('menuitem', { name }).click()
    await expect(page.getByText('Copied.').last()).toBeVisible()
    return page.evaluate(() => navigator.clipboard.readText())
  }
  expect(await copied('Copy as a Markdown table')).toMatch(/\| SYN,ACK \|/)
  expect(await copied('Copy as a Mermaid diagram')).toContain('sequenceDiagram')
  const csv = await lab.export(/CSV/)
  expect(csv.name).toMatch(/\.csv$/)
  expect(csv.data.toString().trim().split('\n').length).toBeGreaterThan(3)
})

test('PNG comes in three sizes, and pcapng for Wireshark', async ({ lab }) => {
  await lab.connect()
  const widths: number[] = []
  for (const scale of [1, 2, 4]) {
    const { data } = await lab.export(`PNG picture, ${scale}×`)
    expect(data.subarray(1, 4).toString()).toBe('PNG')
    widths.push(data.readUInt32BE(16))
  }
  const [one = 0, two, four] = widths
  expect([two, four]).toEqual([2 * one, 4 * one])
  const { data } = await lab.export(/^Packets/)
  expect(data.readUInt32LE(0)).toBe(0x0a0d0d0a)
})

test('the SVG can be copied', async ({ lab, page }) => {
  await lab.connect()
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'Copy SVG' }).click()
  await expect(page.getByText('The SVG is on the clipboard.').first()).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^<svg /)
})

test('a saved trace can be opened again', async ({ lab, page }) => {
  await lab.connect()
  await lab.close('Server ends')
  await lab.closed()
  const before = await lab.segments()
  const { name, data } = await lab.export(/^Trace \(JSON\)/)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open…' }).click()
  await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: data })
  await expect(page.getByText(/^Opened from a file/)).toBeVisible()
  expect(await lab.segments()).toEqual(before)
})
