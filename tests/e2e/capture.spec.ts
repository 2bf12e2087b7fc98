import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expectAccessible } from './support/accessibility'
import { expect, test } from './support/test'

const CLI = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url))

test('a capture is opened, one of its connections chosen by keyboard, and its reset explained', async ({
  lab,
  page,
}, testInfo) => {
  const pieces = ['zero-window', 'half-open-data'].map((scenario) => {
    const file = testInfo.outputPath(`${scenario}.pcapng`)
    expect(spawnSync(process.execPath, [CLI, 'simulate', scenario, '--pcapng', file]).status).toBe(0)
    return readFileSync(file)
  })
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open…' }).click()
  await (await chooser).setFiles({ name: 'two.pcapng', mimeType: '', buffer: Buffer.concat(pieces) })

  const dialog = page.getByRole('dialog', { name: 'two.pcapng' })
  await expect(dialog.getByText('2 TCP connections')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.type('rst')
  await expect(dialog.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('1 chosen')).toBeVisible()
  await dialog.getByRole('button', { name: 'Show', exact: true }).click()

  await expect(dialog).toBeHidden()
  await expect(page.getByText('From a capture file.')).toBeVisible()
  await expect(page.getByText('captured').first()).toBeVisible()
  await lab.rows.filter({ hasText: 'RST' }).first().click()
  await expect(page.getByText(/^(It ends the connection at once|There is no connection)/)).toBeVisible()
  await page.getByRole('button', { name: 'Other connections of two.pcapng …' }).click()
  await expect(dialog).toBeVisible()
})
