import { expectAccessible } from './support/accessibility'
import { expect, test } from './support/test'

/** What a button opens; the hint that names the button once it has the focus again is none of them. */
const MENU = '.floating:not(.hint-box)'

// Each check reads the whole page several times over.
test.slow()

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`axe finds nothing in ${colorScheme}`, () => {
    test.use({ colorScheme })

    test('from empty to closed', async ({ lab, page }) => {
      await expectAccessible(page)
      await lab.connect()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Server and socket options' }).click()
      await page.getByRole('dialog').getByText('allowHalfOpen').first().waitFor()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await lab.rows.nth(1).click()
      await expectAccessible(page)
      await lab.close('Client ends')
      await lab.closed()
      await expectAccessible(page)
    })

    test('while closing: one side has ended, the other still may send', async ({ lab, page }) => {
      await page.getByRole('button', { name: 'Server and socket options' }).click()
      for (const box of await page.getByRole('checkbox', { name: /allowHalfOpen/ }).all()) await box.check()
      await page.keyboard.press('Escape')
      await lab.connect()
      await lab.close('Client ends')
      await expect(lab.events.getByText("'end'")).toBeVisible()
      await expect(lab.stage.getByText('closing').first()).toBeVisible()
      await expectAccessible(page)
    })

    test('after an error', async ({ lab, page }) => {
      await lab.run('Nobody listens: connection refused')
      await expect(lab.events.getByText('ECONNREFUSED')).toBeVisible()
      await expectAccessible(page)
    })

    test('with the link lost', async ({ lab, page, host }) => {
      await lab.connect()
      await host.kill()
      await expect(page.getByText('The link to the lab is lost.')).toBeVisible()
      await expectAccessible(page)
    })

    test('in each menu and dialog', async ({ lab, page }) => {
      await lab.connect()
      for (const name of [/^Scenario/, /^Send$/, /^Close$/, /^Display$/, /^Export$/, /^More$/, /^Speed/]) {
        await page.getByRole('button', { name }).click()
        await page.locator(MENU).first().waitFor()
        await expectAccessible(page)
        await page.keyboard.press('Escape')
        await expect(page.locator(MENU)).toHaveCount(0)
      }
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
      await expectAccessible(page)
    })
  })
}

test('axe finds nothing in the projector theme', async ({ lab, page }) => {
  await page.getByRole('button', { name: 'Display' }).click()
  await page.getByRole('radio', { name: 'Projector' }).click()
  await page.keyboard.press('Escape')
  await lab.connect()
  await expectAccessible(page)
})
