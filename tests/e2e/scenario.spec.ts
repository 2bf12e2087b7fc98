import { expect, test } from './support/test'

test('a live scenario plays on real sockets, step by step', async ({ lab }) => {
  await lab.run('Request, response, orderly close')
  await lab.closed()
  // Ten, or eleven where the server was too busy to end before TCP acknowledged the client's FIN by itself.
  await expect.poll(() => lab.rows.count()).toBeGreaterThanOrEqual(10)
  expect(await lab.rows.count()).toBeLessThanOrEqual(11)
  const said = (await lab.segments()).map((row) => row.replace('PSH,', ''))
  expect(said.slice(3, 7)).toEqual([
    '4 client ACK 1 1 35',
    '5 server ACK 1 36 0',
    '6 server ACK 1 36 43',
    '7 client ACK 36 44 0',
  ])
  await expect(lab.start).toBeEnabled()
})

test('a scenario can be stopped while it runs, and the lab stays usable', async ({ lab, page }) => {
  // A scenario is over sooner than a test could find its button, so the page itself presses it.
  await page.evaluate(() => {
    const press = (): void => {
      const stop = [...document.querySelectorAll('button')].find((button) => /^\s*Stop/.test(button.textContent ?? ''))
      if (stop === undefined) return
      observer.disconnect()
      document.body.dataset['stopped'] = 'yes'
      stop.click()
    }
    const observer = new MutationObserver(press)
    observer.observe(document.body, { subtree: true, childList: true })
  })
  await lab.run('The delayed acknowledgement runs out')
  await expect(page.locator('body')).toHaveAttribute('data-stopped', 'yes')
  await expect(lab.start).toBeEnabled()
  await lab.run('Connect, then the client closes')
  await lab.closed()
})

test('a what-if is played on the virtual network and labelled as such', async ({ lab, page }) => {
  await page.getByRole('button', { name: /^Scenario/ }).click()
  await page.getByRole('textbox', { name: 'Search scenarios' }).fill('lost SYN')
  await page.getByRole('option').first().click()
  await lab.start.click()
  await expect(page.getByText('Simulated.')).toBeVisible()
  await expect(lab.rows.filter({ hasText: 'SYN' }).first()).toBeVisible()
})
