import { startHost } from './support/host'
import { expect, test } from './support/test'

test('a reload in mid-conversation loses nothing', async ({ lab, page }) => {
  await lab.connect()
  await lab.send('before')
  await expect(lab.events.getByText("'data'")).toHaveCount(1)
  const before = await lab.segments()
  await page.reload()
  await expect(lab.rows).toHaveCount(before.length)
  expect(await lab.segments()).toEqual(before)
  await lab.close('Server ends')
  await lab.closed()
})

test('two clicks in a row open one connection', async ({ lab, page }) => {
  await page.getByRole('button', { name: 'Connect', exact: true }).dblclick()
  await expect(lab.rows).toHaveCount(3)
  await expect(lab.events.getByText("'connection'")).toHaveCount(1)
  await expect(page.getByText(/^Connection \d+ of/)).toHaveCount(0)
})

test('two pages share one lab, and both see everything', async ({ lab, page, host, context }) => {
  const other = await context.newPage()
  await other.goto(host.url)
  await lab.connect()
  await expect(other.getByRole('grid').locator('tbody tr')).toHaveCount(3)
  expect(await page.getByRole('grid').locator('tbody tr').count()).toBe(3)
})

test('a lost link is said, and what was seen stays', async ({ lab, page, host }) => {
  await lab.connect()
  await page.waitForLoadState('networkidle')
  await host.kill()
  await expect(page.getByText('The link to the lab is lost.')).toBeVisible()
  await expect(lab.rows).toHaveCount(3)
  await expect(lab.start).toBeDisabled()
})

test('a page whose host was started anew goes on at the new address, entered in the same tab', async ({
  lab,
  page,
  host,
}) => {
  await expect(lab.start).toBeEnabled()
  // What the page still fetches after it may act (its icon) must not meet a host that is gone.
  await page.waitForLoadState('networkidle')
  await host.kill()
  await expect(page.getByText('The link to the lab is lost.')).toBeVisible()
  const second = await startHost(host.port)
  await page.goto(second.url)
  await expect(lab.start).toBeEnabled()
  await second.stop()
  await expect(page.getByText('The link to the lab is lost.')).toBeVisible()
})

test('a page without the token may do nothing, and says what to do', async ({ page, host }) => {
  await page.goto(`http://127.0.0.1:${host.port}/`)
  await expect(page.getByText(/whole address/).first()).toBeVisible()
})
