import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { expectAccessible, expectNoViolation } from './support/accessibility'
import type { LabPage } from './support/lab-page'
import { expect, test } from './support/test'

// A whole conversation, its presentation, and a page that axe reads several times over.
test.slow()

const SCENARIO = 'Request, response, orderly close'

async function conversation(lab: LabPage): Promise<void> {
  await lab.run(SCENARIO)
  await lab.closed()
}
const stage = (page: Page) => page.getByRole('region', { name: 'Presentation' })
const arrow = (page: Page, n: number) => stage(page).locator(`[data-key="segment-${n}"]`)
const theme = (page: Page): Promise<string | null> => page.locator('html').getAttribute('data-theme')

test('a lecture needs only the keys of a clicker', async ({ lab, page }) => {
  await conversation(lab)
  const before = await theme(page)
  await page.keyboard.press('p')
  await expect(stage(page).getByRole('heading', { name: SCENARIO })).toBeVisible()
  expect(await theme(page)).toBe('projector')
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true)
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(arrow(page, 1)).toHaveCount(0)

  // How many segments there are is TCP's to say: on a busy machine it may acknowledge once more than usual.
  for (const key of ['PageDown', 'ArrowRight', ' ']) await page.keyboard.press(key)
  await expect(stage(page).getByText(/^3 \/ \d+$/)).toBeVisible()
  await expect(stage(page).getByRole('heading', { name: 'Segment 3 · ACK' })).toBeVisible()
  await expect(arrow(page, 3)).toBeInViewport()
  await expect(arrow(page, 4)).toHaveCount(0)
  await page.keyboard.press('PageUp')
  await expect(arrow(page, 3)).toHaveCount(0)
  // The projector theme is one for any system.
  await expectNoViolation(page)

  await page.keyboard.press('b')
  await expect(stage(page).getByRole('heading')).toBeHidden()
  await page.keyboard.press('PageDown')
  await expect(stage(page).getByText(/^2 \/ \d+$/)).toBeVisible()

  await page.keyboard.press('End')
  await page.keyboard.press('PageDown')
  await expect(stage(page).getByText(/^(\d+) \/ \1$/)).toBeVisible()
  await expect(stage(page).locator('[data-key^=segment-]').last()).toBeInViewport()

  await page.keyboard.press('Escape')
  await expect(stage(page)).toBeHidden()
  await expect(page.getByRole('banner')).toBeVisible()
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false)
  expect(await theme(page)).toBe(before)
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull()
})

test('everything fits the smallest window where full screen is refused, in Chinese too', async ({ lab, page }) => {
  await page.evaluate(() => {
    Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('refused'))
  })
  await conversation(lab)
  await page.getByText('中文').click()
  await page.setViewportSize({ width: 1024, height: 640 })
  await page.keyboard.press('P')
  const region = page.getByRole('region', { name: '演示' })
  for (let n = 1; n <= 10; n++) {
    await page.keyboard.press('PageDown')
    const mark = region.locator(`[data-key="segment-${n}"]`)
    await expect(mark).toBeInViewport()
    const clipped = await region.evaluate((element) =>
      [element, ...element.querySelectorAll('.caption, .words, .sum')].some(
        ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
          scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1,
      ),
    )
    expect(clipped, `segment ${n}`).toBe(false)
  }
})

test('the speaker notes follow, drive, and go with the window that presents', async ({ lab, page, context }) => {
  await conversation(lab)
  await page.keyboard.press('p')
  await page.keyboard.press('PageDown')
  const opened = context.waitForEvent('page')
  await page.keyboard.press('s')
  const notes = await opened
  const complaints: string[] = []
  notes.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()))
  await expect(notes.getByRole('heading', { name: SCENARIO })).toBeVisible()
  await expect(notes.getByRole('region', { name: 'Now on the screen' })).toContainText('Segment 1 · SYN')
  await expect(notes.getByRole('region', { name: 'Next, hidden from the audience' })).toContainText('RFC 9293')
  await expect(stage(page)).toBeVisible()
  await expectAccessible(notes)

  await page.keyboard.press('PageDown')
  await expect(notes.getByText(/^2 of \d+$/)).toBeVisible()
  await notes.getByRole('button', { name: 'Next' }).click()
  await expect(stage(page).getByText(/^3 \/ \d+$/)).toBeVisible()
  await notes.keyboard.press('PageUp')
  await expect(arrow(page, 3)).toHaveCount(0)
  expect(notes.url()).not.toContain('token')
  expect(complaints).toEqual([])

  await notes.keyboard.press('Escape')
  await expect(stage(page)).toBeHidden()
  await expect(notes.getByText('The presentation is over.')).toBeVisible()

  const gone = notes.waitForEvent('close')
  await page.reload()
  await gone
})

test('the handout stands alone and prints', async ({ lab, page, context }, info) => {
  await conversation(lab)
  // How many segments there are is TCP's to say.
  const segments = await lab.rows.count()
  const { name, data } = await lab.export(/^Handout/)
  expect(name).toMatch(/\.html$/)
  const file = info.outputPath('handout.html')
  writeFileSync(file, data)
  const sheet = await context.newPage()
  const asked: string[] = []
  sheet.on('console', (message) => asked.push(message.text()))
  sheet.on('request', (request) => asked.push(request.url()))
  await sheet.goto(pathToFileURL(file).href)
  await expect(sheet.getByRole('heading', { name: SCENARIO })).toBeVisible()
  await expect(sheet.getByRole('row')).toHaveCount(segments + 1)
  expect(asked).toEqual([pathToFileURL(file).href])
  const pdf = (await sheet.pdf({ format: 'A4' })).toString('latin1')
  expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(1)
  await sheet.close()
  expect(page.url()).toContain('#token')
})
