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

interface Entry {
  readonly flags: string
  readonly seq: string
  readonly ack: string
}

/** Predicts as a person does. */
async function predict(page: Page, { flags, seq, ack }: Entry): Promise<void> {
  for (const flag of flags.split(' ').filter(Boolean)) await form(page).getByRole('checkbox', { name: flag }).check()
  await form(page).getByRole('textbox', { name: 'seq' }).fill(seq)
  await form(page).getByRole('textbox', { name: 'ack' }).fill(ack)
  await form(page).getByRole('button', { name: 'Check' }).click()
}

/** Predicts in one message to the page: dozens of answers, each of a dozen clicks, would take most of a minute. */
async function predictAtOnce(page: Page, entry: Entry & Pick<Mistake, 'states'>): Promise<void> {
  await form(page).evaluate((element, { flags, seq, ack, states }) => {
    const form = element as HTMLFormElement
    for (const box of form.querySelectorAll<HTMLInputElement>('input[type=checkbox]'))
      if (flags.split(' ').includes(box.labels?.[0]?.innerText.trim() ?? '')) box.click()
    const enter = (field: HTMLInputElement | HTMLSelectElement, value: string): void => {
      field.value = value
      field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
    }
    const texts = form.querySelectorAll<HTMLInputElement>('input:not([type=checkbox])')
    for (const [index, value] of [seq, ack].entries()) if (texts[index]) enter(texts[index], value)
    const selects = form.querySelectorAll('select')
    for (const [index, state] of (states ?? ['CLOSED', 'CLOSED']).entries())
      if (selects[index]) enter(selects[index], state)
    form.requestSubmit()
  }, entry)
  await expect(diagnosis(page)).toBeVisible()
}

/** Asks in the notation of the mistake, and for the states where it is in them. */
async function askFor(page: Page, { absolute, states }: Pick<Mistake, 'absolute' | 'states'>): Promise<void> {
  const notation = page.getByRole('radio', { name: absolute ? 'Absolute' : 'Relative' }).first()
  if (!(await notation.isChecked())) await notation.click()
  await page.getByRole('checkbox', { name: 'Ask for the states too' }).setChecked(states !== undefined)
}

/** Answers anything until segment `n` is asked for, and clears what was answered to it. */
async function goTo(page: Page, n: number): Promise<void> {
  for (;;) {
    const [, at = '0'] = /Segment (\d+) of/.exec(await page.getByText(/^Segment \d+ of \d+$/).innerText()) ?? []
    const answered = await diagnosis(page).isVisible()
    if (Number(at) >= n) {
      if (answered) await form(page).getByRole('button', { name: 'Try again' }).press('Enter')
      return
    }
    if (!answered) await predictAtOnce(page, { flags: '', seq: '0', ack: '' })
    await form(page).getByRole('button', { name: 'Next segment' }).press('Enter')
  }
}

test('every misconception that a prediction can show is named and explained', async ({ lab, page }) => {
  const named = Object.values(MISTAKES).flatMap((all) => all.map(({ says }) => says))
  expect(new Set(named).size).toBe(MISCONCEPTIONS.length)
  // The smallest window: its diagram is one of the tabs, and behind another it is not drawn anew for every answer.
  await page.setViewportSize({ width: 1024, height: 640 })
  await lab.view('Predict')
  await page.getByRole('tab', { name: 'What the program saw' }).click()
  for (const [name, mistakes] of Object.entries(MISTAKES)) {
    await lab.openTrace(trace(name))
    await expect(page.getByText(/^Segment 1 of/)).toBeVisible()
    for (const { n, says, ...entry } of mistakes) {
      await test.step(`${name}, segment ${n}: ${says}`, async () => {
        await goTo(page, n)
        await askFor(page, entry)
        await predictAtOnce(page, entry)
        const name = diagnosis(page).getByRole('heading').nth(1)
        await expect(name).toHaveText(says)
        await expect(name).toBeInViewport({ ratio: 1 })
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
  await expect(page.getByText(/^Segment 1 of \d+$/)).toBeVisible()
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
  await expectAccessible(page, { within: '.study > .panel' })

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
