import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, test } from './support/test'

test('Chinese is one click away, remembered, and reaches the exported picture', async ({ lab, page }) => {
  await page.getByRole('radio', { name: '中文' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await expect(page.getByRole('radio', { name: '中文' })).toBeChecked()
  await lab.start.click()
  await expect(lab.rows).toHaveCount(3)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出' }).click()
  await page.getByRole('menuitem').first().click()
  const stream = await (await download).createReadStream()
  let svg = ''
  for await (const chunk of stream) svg += String(chunk)
  expect(svg).toContain('客户端')
})

test.describe('a Chinese system', () => {
  test.use({ locale: 'zh-CN' })
  test('is met in Chinese', async ({ lab, page }) => {
    await expect(lab.start).toBeEnabled()
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  })
})

test.describe('a dark system', () => {
  test.use({ colorScheme: 'dark' })
  test('is met in the dark, and light can be chosen and is remembered', async ({ lab, page }) => {
    await expect(lab.start).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await page.getByRole('button', { name: 'Display' }).click()
    await page.getByRole('radio', { name: 'Light' }).click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
    await page.reload()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  })
})

test.describe('the smallest window', () => {
  test.use({ viewport: { width: 1024, height: 640 } })
  test('folds the columns into tabs and cuts nothing off', async ({ lab, page }) => {
    await lab.page.getByRole('button', { name: 'Connect', exact: true }).click()
    await page.getByRole('tab', { name: 'What the program saw' }).click()
    await expect(lab.events.getByText("'connection'")).toBeVisible()
    await page.getByRole('tab', { name: 'Explanation' }).click()
    await expect(lab.rows).toHaveCount(3)
    await page.getByRole('tab', { name: 'Sequence diagram' }).click()
    await expect(lab.stage).toBeVisible()
    expect(await overflow(page)).toBe(0)
    await expect(page.getByRole('button', { name: 'Export' })).toBeInViewport({ ratio: 1 })
  })
})

test.describe('three columns in little room', () => {
  // High enough for the whole picture: what is out of sight cannot be felt for.
  test.use({ viewport: { width: 1104, height: 1100 } })
  test('make the picture small, and what can be pressed in it larger than it is drawn', async ({ lab }) => {
    // A recorded one: how wide a picture is depends on which events came together.
    await lab.openTrace(fileURLToPath(new URL('../fixtures/predict/simultaneous-close.json', import.meta.url)))
    await expect(lab.stage.locator('.event').first()).toBeVisible()
    /** How finely it is felt for the edge of what can be pressed, pixels. */
    const step = 0.125
    const heights = await lab.stage.evaluate((stage, step) => {
      const { left: from, width: wide } = stage.getBoundingClientRect()
      return [...stage.querySelectorAll('.event > .target, .state > .target')].map((target) => {
        const { height, left, right, top } = target.getBoundingClientRect()
        // At the lifeline's end of it: further out a state's name may lie under the text of an event.
        const x = left < from + wide / 2 ? right - 12 : left + 12
        const hits = (y: number) => document.elementFromPoint(x, y)?.closest('.mark') === target.parentElement
        let [above, below] = [top + height / 2, top + height / 2]
        while (hits(above - step)) above -= step
        while (hits(below + step)) below += step
        return { drawn: height, pressed: below - above }
      })
    }, step)
    expect(heights.length).toBeGreaterThan(5)
    for (const { drawn, pressed } of heights) {
      expect(drawn).toBeLessThan(24)
      expect(pressed).toBeGreaterThanOrEqual(24 - 2 * step)
    }
  })
})

test.describe('200 % zoom', () => {
  // A browser zoomed to 200 % halves the width in CSS pixels and doubles the ratio: WCAG 2.2 §1.4.4, §1.4.10.
  test.use({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 })
  test('loses no control', async ({ lab, page }) => {
    await page.getByRole('button', { name: 'Connect', exact: true }).click()
    await page.getByRole('tab', { name: 'Explanation' }).click()
    await expect(lab.rows).toHaveCount(3)
    expect(await overflow(page)).toBe(0)
    for (const name of ['Send', 'Close', 'Export']) {
      const button = page.getByRole('button', { name, exact: true })
      await button.scrollIntoViewIfNeeded()
      await expect(button).toBeInViewport({ ratio: 1 })
    }
    await lab.close('Client ends')
    await expect(lab.start).toBeEnabled()

    // In each view that plays the conversation back: a drawing that can be seen, and controls that nothing covers.
    for (const [view, drawing, control] of [
      ['Lesson', lab.stage.locator('.frame'), page.getByRole('button', { name: 'Open a lesson file…' })],
      ['Predict', lab.stage.locator('.frame'), page.getByRole('checkbox', { name: 'Ask for the states too' })],
      ['States', page.locator('.machine'), page.getByRole('button', { name: /CLOSED → SYN-SENT/ })],
    ] as const) {
      await lab.view(view)
      await control.click({ trial: true })
      await drawing.scrollIntoViewIfNeeded()
      expect((await drawing.boundingBox())?.height, view).toBeGreaterThan(180)
      await page.getByRole('button', { name: 'Speed' }).click({ trial: true })
      expect(await overflow(page), view).toBe(0)
    }
  })
})

test('reduced motion is honoured: nothing is animated', async ({ lab, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await lab.connect()
  const longest = await page.evaluate(() =>
    Math.max(
      0,
      ...document.getAnimations().map((animation) => Number(animation.effect?.getComputedTiming().duration ?? 0)),
    ),
  )
  expect(longest).toBeLessThanOrEqual(1)

  // Nothing is late either: the picture grows with the type at once, where no full screen has the window measured anew.
  await page.evaluate(() => {
    Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('refused'))
  })
  await page.keyboard.press('p')
  const picture = page.locator('.presenter svg.picture')
  const scale = (): Promise<number> =>
    picture.evaluate((svg: SVGSVGElement) => svg.width.baseVal.value / svg.viewBox.baseVal.width)
  await expect.poll(scale).toBeGreaterThan(1.1)
})

/** Pixels by which the page is wider than the window. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))
