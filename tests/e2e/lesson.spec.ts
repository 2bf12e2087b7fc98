import { expectAccessible } from './support/accessibility'
import { arrowTo, press, tabTo } from './support/keyboard'
import { expect, test } from './support/test'

// axe reads the whole page several times over.
test.slow()

test('a whole lesson in English: predict the handshake, change, look and answer', async ({ lab, page }) => {
  await lab.view('Lesson')
  await page.getByRole('button', { name: /The handshake, number by number/ }).click()
  const panel = page.getByRole('region', { name: 'The handshake, number by number' })
  const next = panel.getByRole('button', { name: 'Next', exact: true })
  const step = (n: number): Promise<void> => expect(panel.getByRole('heading').nth(1)).toContainText(`Step ${n} of 9`)
  const predict = async (flags: string[], seq: string, ack: string, states: string[] = []): Promise<void> => {
    for (const flag of flags) await panel.getByRole('checkbox', { name: flag }).check()
    await panel.getByRole('textbox', { name: 'seq' }).fill(seq)
    await panel.getByRole('textbox', { name: 'ack' }).fill(ack)
    for (const [index, state] of states.entries()) await panel.getByRole('combobox').nth(index).selectOption(state)
    await panel.getByRole('button', { name: 'Check' }).click()
    await expect(panel.getByText('All right.')).toBeVisible()
    await next.click()
  }

  await step(1)
  await next.click()
  await panel.getByRole('button', { name: 'Play it' }).click()
  await expect(panel.getByText('Done: it really happened.')).toBeVisible()
  await expect(lab.stage.locator('[data-key^="segment-"]')).toHaveCount(0)
  await next.click()
  await predict(['SYN'], '0', '')
  await expect(lab.stage.locator('[data-key^="segment-"]')).toHaveCount(1)
  await predict(['SYN', 'ACK'], '0', '1')
  await predict(['ACK'], '1', '1', ['ESTABLISHED', 'ESTABLISHED'])

  // The view and the progress are kept: after a reload the lesson goes on where it was left.
  await step(6)
  await page.reload()
  await step(6)
  await page.getByRole('radio', { name: 'Absolute' }).click()
  await next.click()
  await step(7)
  await expect(lab.arrow(2)).toBeVisible()
  await next.click()
  await panel.getByRole('button', { name: 'Change it for me' }).click()
  await next.click()
  await panel.getByRole('button', { name: '1', exact: true }).click()
  await expect(panel.getByText('Not quite.')).toBeVisible()
  await panel.getByRole('button', { name: '0', exact: true }).click()
  await expect(panel.getByText('Right.', { exact: true })).toBeVisible()
  await expectAccessible(page, { within: '.study > .panel' })
  await expect(panel.getByText(/^Lesson finished\./)).toBeVisible()
  await panel.getByRole('button', { name: 'All lessons' }).click()
  await expect(page.getByRole('button', { name: /The handshake, number by number/ })).toContainText('9 of 9 steps done')
})

test.describe('中文', () => {
  test.use({ locale: 'zh-CN' })

  test('a whole lesson in Chinese, by keyboard alone', async ({ lab }) => {
    const { page } = lab
    await tabTo(page, /^探索$/)
    await arrowTo(page, '课程')
    await press(page, /程序眼中的连接/)
    const heading = page.getByRole('heading', { level: 3 }).first()
    const step = (n: number): Promise<void> => expect(heading).toContainText(`第 ${n} 步，共 9 步`)
    const next = (): Promise<void> => press(page, /^下一步$/)

    await step(1)
    await expect(heading).toBeFocused()
    await next()
    await step(2)
    await press(page, /^替我连接$/)
    await expect(page.getByText('完成：确实发生了。')).toBeVisible()
    await next()
    await step(3)
    await next()
    await step(4)
    await next()
    await step(5)
    await next()
    await step(6)
    await press(page, /^永远不会/)
    await expect(page.getByText('不太对。')).toBeVisible()
    await press(page, /^立刻完成/)
    await expect(page.getByText('正确。', { exact: true })).toBeVisible()
    await next()
    await step(7)
    await press(page, /^替我发送$/)
    await expect(page.getByText('完成：确实发生了。')).toBeVisible()
    await next()
    await step(8)
    await expect(page.getByText('没错：记录中正是如此。')).toBeVisible()
    await next()
    await step(9)
    await press(page, /^照旧/)
    await expect(page.getByText(/^课程完成/)).toBeVisible()
  })
})

test('a teacher’s own lesson is opened, and a broken one refused with line and reason', async ({ lab, page }) => {
  await lab.view('Lesson')
  const open = async (text: string): Promise<void> => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Open a lesson file…' }).click()
    await (await chooser).setFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  }
  const alert = page.getByRole('alert').filter({ hasText: 'Line' })
  await open('{\n  "id": "mine"\n  "minutes": 3\n}')
  await expect(alert).toContainText('This file is not valid JSON.')
  await expect(alert).toContainText('Line 3, column 3: comma expected')

  const both = (text: string) => ({ en: text, 'zh-CN': text })
  const steps = ['one', 'two', 'three', 'four', 'five'].map((text) => ({ kind: 'read', text: both(text) }))
  const mine = { id: 'mine', title: both('My own lesson'), summary: both('Short'), minutes: 3, steps }
  await open(JSON.stringify({ ...mine, steps: [...steps.slice(1), { ...steps[0], kind: 'reed' }] }, null, 1))
  await expect(alert).toContainText('This is not a valid lesson.')
  await expect(alert).toContainText(/Line \d+, column \d+:\s*steps\.4\.kind/)
  await open(JSON.stringify(mine))
  await expect(page.getByRole('heading', { name: 'My own lesson' })).toBeVisible()
})
