import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Locator, Page } from '@playwright/test'
import { MISCONCEPTIONS } from '../../src/shared/predict'
import { expectAccessible } from './support/accessibility'
import { arrowTo, press, tabTo } from './support/keyboard'
import { MISTAKES, type Mistake } from './support/misconceptions'
import { expect, test } from './support/test'

// A prediction with each misconception there is, and axe, which reads the whole page several times over.
test.slow()

const trace = (name: string): string => fileURLToPath(new URL(`../fixtures/predict/${name}.json`, import.meta.url))
const form = (page: Page): Locator => page.getByRole('form', { name: 'Your prediction' })
const diagnosis = (page: Page): Locator => page.getByRole('region', { name: 'Diagnosis' })

async function predict(page: Page, { flags, seq, ack, absolute, states }: Omit<Mistake, 'n' | 'says'>): Promise<void> {
  const panel = page.getByRole('group', { name: 'What comes next?' })
  const notation = panel.getByRole('radio', { name: absolute ? 'Absolute' : 'Relative' })
  if (!(await notation.isChecked())) await notation.click()
  await panel.getByRole('checkbox', { name: 'Ask for the states too' }).setChecked(states !== undefined)
  for (const flag of flags.split(' ').filter(Boolean)) await form(page).getByRole('checkbox', { name: flag }).check()
  await form(page).getByRole('textbox', { name: 'seq' }).fill(seq)
  await form(page).getByRole('textbox', { name: 'ack' }).fill(ack)
  for (const [index, state] of (states ?? []).entries()) {
    await form(page).getByRole('combobox').nth(index).selectOption(state)
  }
  await form(page).getByRole('button', { name: 'Check' }).click()
}

/** Answers anything until segment `n` is asked for. */
async function goTo(page: Page, n: number): Promise<void> {
  const next = form(page).getByRole('button', { name: 'Next segment' })
  for (;;) {
    const [, at = '0'] = /Segment (\d+) of/.exec(await page.getByText(/^Segment \d+ of \d+$/).innerText()) ?? []
    if (Number(at) >= n) return
    if (!(await next.isVisible())) await predict(page, { flags: '', seq: '0', ack: '' })
    await next.click()
  }
}

test('every misconception that a prediction can show is named and explained', async ({ lab, page }) => {
  const named = Object.values(MISTAKES).flatMap((all) => all.map(({ says }) => says))
  expect(new Set(named).size).toBe(MISCONCEPTIONS.length)
  await lab.view('Predict')
  for (const [name, mistakes] of Object.entries(MISTAKES)) {
    await lab.openTrace(trace(name))
    await expect(page.getByText(/^Segment 1 of/)).toBeVisible()
    for (const { n, says, ...entry } of mistakes) {
      await test.step(`${name}, segment ${n}: ${says}`, async () => {
        await goTo(page, n)
        const again = form(page).getByRole('button', { name: 'Try again' })
        if (await again.isVisible()) await again.click()
        await predict(page, entry)
        await expect(diagnosis(page).getByRole('heading').nth(1)).toHaveText(says)
        await expect(diagnosis(page)).toContainText(/RFC 9293 §3\.|Node net/)
      })
    }
  }
  await expect(page.getByRole('cell', { name: 'FIN not counted' })).toBeVisible()
})

test('the hidden segment is nowhere to be seen; score and history are kept, exported and forgotten', async ({
  lab,
  page,
}) => {
  await lab.view('Predict')
  await page.getByRole('button', { name: /^Request, response, orderly close/ }).click()
  await expect(page.getByText('Segment 1 of 10')).toBeVisible()
  await expect(page.getByText('What does the client send now?')).toBeVisible()
  await expect(lab.stage.locator('[data-key^="segment-"]')).toHaveCount(0)
  await expect(page.getByText('Look for:')).toHaveCount(0)
  await predict(page, { flags: 'SYN', seq: '0', ack: '' })
  await expect(diagnosis(page)).toContainText('All right.')
  await expect(lab.stage.locator('[data-key^="segment-"]')).toHaveCount(1)
  await form(page).getByRole('button', { name: 'Next segment' }).click()
  await predict(page, { flags: 'SYN ACK', seq: '0', ack: '0' })
  await expect(diagnosis(page)).toContainText('SYN not counted')
  await expect(diagnosis(page)).toContainText('ack = 1')
  await expectAccessible(page)

  const history = page.getByRole('region', { name: 'Score and history' })
  await expect(history.getByRole('status')).toHaveText('1 of 2 right, 0 in a row.')
  const download = page.waitForEvent('download')
  await history.getByRole('button', { name: 'Export as CSV' }).click()
  const csv = (await readFile(await (await download).path(), 'utf8')).split('\r\n')
  expect(csv[0]).toBe('\uFEFFtime,conversation,segment,right,wrong_fields,misconceptions,names')
  expect(csv[1]).toMatch(/^[\d-]+T[\d:.]+Z,request-response-client-end,1,1,,,$/)
  expect(csv[2]).toMatch(/,request-response-client-end,2,0,ack,syn-takes-none,SYN not counted$/)

  await page.reload()
  await lab.view('Predict')
  await expect(history.getByRole('status')).toHaveText('1 of 2 right, 0 in a row.')
  await history.getByRole('button', { name: 'Reset' }).click()
  await history.getByRole('button', { name: 'Really forget all?' }).click()
  await expect(history).toContainText('Nothing predicted yet.')
})

test('predicting needs no mouse', async ({ lab }) => {
  const { page } = lab
  await tabTo(page, /^Explore$/)
  await arrowTo(page, 'Predict')
  await press(page, /^Four-segment close|^The four-segment close/)
  await expect(page.getByText(/^Segment 1 of \d+$/)).toBeVisible()
  await press(page, /^SYN$/, 'Space')
  await tabTo(page, /^seq$/)
  await page.keyboard.type('0')
  await page.keyboard.press('Enter')
  await expect(diagnosis(page)).toContainText('All right.')
  await press(page, /^Next segment$/)
  await expect(page.getByText('What does the server send now?')).toBeVisible()
})
