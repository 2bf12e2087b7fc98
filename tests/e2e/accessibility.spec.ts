import { expectAccessible, expectNoViolation } from './support/accessibility'
import { gate } from './support/gate'
import { LabPage } from './support/lab-page'
import { expect, test } from './support/test'

/** What a button opens; the hint that names the button once it has the focus again is none of them. */
const MENU = '.floating:not(.hint-box)'

// Each check reads the whole page.
test.slow()

test('axe finds nothing in any state of a connection: empty, connecting, open, closing, closed', async ({
  page,
  host,
  complaints,
}) => {
  expect(complaints).toEqual([])
  const link = await gate(page)
  const lab = new LabPage(page)
  await lab.open(host.url)
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Server and socket options' }).click()
  for (const box of await page.getByRole('checkbox', { name: /allowHalfOpen/ }).all()) await box.check()
  await expectAccessible(page, { within: MENU })
  await page.keyboard.press('Escape')

  link.hold()
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Connecting' })).toBeVisible()
  await expectAccessible(page)
  link.release()
  await expect(lab.rows).toHaveCount(3)
  await expectAccessible(page)

  await lab.close('Client ends')
  await expect(lab.events.getByText("'end'")).toBeVisible()
  await expect(lab.stage.getByText('closing').first()).toBeVisible()
  await page.getByRole('radio', { name: 'Text', exact: true }).click()
  await expectAccessible(page)
  await lab.close('Server ends')
  await lab.closed()
  await expectAccessible(page)

  await page.getByRole('button', { name: /^Scenario/ }).click()
  await page.getByRole('option', { name: 'Request, response, orderly close' }).click()
  link.hold(/"kind":"player","player":\{/)
  await lab.start.click()
  await expect(page.getByRole('button', { name: /^Stop/ })).toBeVisible()
  await expectAccessible(page)
  link.release()
  await expect(lab.start).toBeEnabled()
})

test('axe finds nothing after an error, and with the link lost', async ({ lab, page, host }) => {
  await lab.run('Nobody listens: connection refused')
  await expect(lab.events.getByText('ECONNREFUSED')).toBeVisible()
  await expectAccessible(page)
  await host.kill()
  await expect(page.getByText('The link to the lab is lost.')).toBeVisible()
  await expectAccessible(page)
})

test('axe finds nothing in each menu and dialog', async ({ lab, page }) => {
  await lab.connect()
  for (const name of [/^Scenario/, /^Send$/, /^Close$/, /^Display$/, /^Export$/, /^More$/, /^Speed/]) {
    await page.getByRole('button', { name }).click()
    await page.locator(MENU).first().waitFor()
    await expectAccessible(page, { within: MENU })
    await page.keyboard.press('Escape')
    await expect(page.locator(MENU)).toHaveCount(0)
  }
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  await expectAccessible(page)
})

test('axe finds nothing in any view, for a light and a dark system and a projector', async ({ lab, page }) => {
  const views = ['Explore', 'Lesson', 'Predict', 'States', 'Puzzle'] as const
  const go = async (view: (typeof views)[number]): Promise<void> => {
    await page.getByRole('radio', { name: view, exact: true }).click()
    await expect(page.getByRole('radio', { name: view, exact: true })).toBeChecked()
  }
  await lab.connect()
  for (const view of views.slice(1)) {
    await go(view)
    await expectAccessible(page)
  }
  await page.getByRole('button', { name: 'Display' }).click()
  await page.getByRole('radio', { name: 'Projector' }).click()
  await expectNoViolation(page, { within: MENU })
  await page.keyboard.press('Escape')
  for (const view of views) {
    await go(view)
    await expectNoViolation(page)
  }
})
