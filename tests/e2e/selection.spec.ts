import { expect, test } from './support/test'

test('selecting a segment in the table selects its arrow, and the inspector explains it', async ({ lab, page }) => {
  await lab.connect()
  await lab.rows.nth(1).click()
  await expect(lab.rows.nth(1)).toHaveAttribute('aria-selected', 'true')
  await expect(lab.arrow(2)).toHaveAttribute('aria-pressed', 'true')
  const why = page.getByRole('region', { name: 'Explanation' }).first()
  await expect(why.getByRole('img', { name: /^ack = 0 .* \+ 1 \(SYN\) = 1$/ })).toBeVisible()
  await expect(why).toContainText('RFC 9293 §3.4')
})

test('selecting an arrow selects its row, and Escape lets go', async ({ lab, page }) => {
  await lab.connect()
  await lab.arrow(1).click()
  await expect(lab.rows.nth(0)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Escape')
  await expect(page.locator('[aria-selected="true"]').and(lab.rows)).toHaveCount(0)
})

test("selecting an event says what it means and what it doesn't", async ({ lab, page }) => {
  await lab.connect()
  await lab.events.getByRole('option', { name: /'connection'/ }).click()
  await expect(page.getByRole('region', { name: 'Explanation' }).first()).toContainText('handshake')
})
