import { fileURLToPath } from 'node:url'
import { arrowTo, press, tabTo } from './support/keyboard'
import { expect, test } from './support/test'

test('the main job needs no mouse: connect, send, close, step, export', async ({ lab }) => {
  const { page } = lab
  await tabTo(page, /^Connect$/)
  await expect(page.locator(':focus-visible')).toHaveText('Connect')
  await page.keyboard.press('Enter')
  await expect(lab.rows).toHaveCount(3)
  await expect(page.getByRole('button', { name: 'Connect', exact: true })).toBeFocused()

  await tabTo(page, /^Send$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.type('!')
  await tabTo(page, /^Send it$/)
  await page.keyboard.press('Enter')
  await expect(lab.events.getByText("'data'")).toBeVisible()
  await expect(page.getByRole('dialog')).toBeHidden()

  await tabTo(page, /^Close$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Client ends' })).toBeFocused()
  await page.keyboard.press('Enter')
  await lab.closed()
  await expect(page.getByRole('button', { name: 'Close', exact: true })).toBeFocused()

  await page.keyboard.press('Home')
  await expect(page.getByText(/^0 of \d+$/)).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible()
  await page.keyboard.press('End')
  const total = await lab.rows.count()
  await expect(page.getByText(`${total} of ${total}`, { exact: true })).toBeVisible()

  await tabTo(page, /^Export$/)
  await page.keyboard.press('Enter')
  const download = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  expect((await download).suggestedFilename()).toMatch(/\.svg$/)
})

test('the rest needs no mouse either: a scenario, a file, the words, the theme and the language', async ({ lab }) => {
  const { page } = lab
  await press(page, /^Scenario/)
  await expect(page.getByRole('textbox')).toBeFocused()
  await page.keyboard.type('lost syn')
  await page.keyboard.press('Enter')
  await press(page, /^Simulate$/)
  await expect(lab.stage.getByText('lost').first()).toBeVisible()

  const chooser = page.waitForEvent('filechooser')
  await press(page, /^Open…$/)
  await (await chooser).setFiles(fileURLToPath(new URL('../fixtures/predict/simultaneous-close.json', import.meta.url)))
  await expect(page.getByRole('status').filter({ hasText: 'Opened: simultaneous-close.json' })).toBeVisible()

  await tabTo(page, /^Table$/)
  await arrowTo(page, 'Text')
  await tabTo(page, /^Segment \d+, /)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'The conversation in words' }).locator(':focus')).toHaveAttribute(
    'aria-current',
    'true',
  )

  await press(page, /^Display$/)
  await expect(page.getByRole('dialog')).toBeVisible()
  await tabTo(page, /^(System|Light|Dark|Projector)$/)
  await arrowTo(page, 'Projector')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector')
  await page.keyboard.press('Escape')
  await tabTo(page, /^(EN|English)$/)
  await arrowTo(page, '中文')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
})

test('Escape closes what is open and gives the focus back', async ({ lab }) => {
  const { page } = lab
  const scenario = page.getByRole('button', { name: /^Scenario/ })
  await scenario.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('option').first()).toBeHidden()
  await expect(scenario).toBeFocused()
})
