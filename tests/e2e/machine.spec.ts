import { expectAccessible } from './support/accessibility'
import { tabTo } from './support/keyboard'
import { expect, test } from './support/test'

// axe reads the whole page several times over.
test.slow()

test('the state machine lights both ends, traces the path, follows playback and jumps', async ({ lab, page }) => {
  await lab.run('Request, response, orderly close')
  await lab.closed()
  await lab.view('States')
  const chart = page.getByRole('group', { name: 'State machine' }).last()
  const place = (name: string) => chart.getByRole('img', { name, exact: true })
  await expect(place('TIME-WAIT Client')).toBeVisible()
  await expect(place('CLOSED Server')).toBeVisible()
  const path = page.getByRole('region', { name: 'The path taken' })
  await expect(path.getByRole('button').first()).toContainText('CLOSED → LISTEN')
  await expect(path.getByRole('button').nth(1)).toContainText('CLOSED → SYN-SENT')
  await expectAccessible(page)

  await chart.getByRole('button', { name: /rcv SYN,ACK.*from SYN-SENT to ESTABLISHED/ }).click()
  await expect(page.getByText(/^2 of \d+$/)).toBeVisible()
  await expect(place('ESTABLISHED Client')).toBeVisible()
  await expect(place('SYN-RECEIVED Server')).toBeVisible()
  await expect(path.locator('[aria-current=step]')).toContainText('SYN-SENT → ESTABLISHED')

  // Beside its line an edge can be pressed too: 24 pixels wide, however small the drawing.
  const presses = await chart
    .getByRole('button', { name: /rcv SYN,ACK.*from SYN-SENT to ESTABLISHED/ })
    .evaluate((edge) => {
      const line = edge.querySelector('path')
      const svg = edge.closest('svg')
      const there = line?.getPointAtLength(line.getTotalLength() * 0.2)
      const { x = 0, y = 0 } =
        (there && svg?.getScreenCTM() && there.matrixTransform(svg.getScreenCTM() ?? undefined)) ?? {}
      return [-11, 11].map((by) => document.elementFromPoint(x, y + by)?.closest('.edge') === edge)
    })
  expect(presses).toEqual([true, true])

  // Without a mouse: step, go to the end of the path, and to the moment of an edge.
  await page.keyboard.press('ArrowRight')
  await expect(place('ESTABLISHED Client, Server')).toBeVisible()
  await page.keyboard.press('End')
  await tabTo(page, /^CLOSE snd FIN, from ESTABLISHED to FIN-WAIT-1$/)
  await page.keyboard.press('Enter')
  await expect(place('FIN-WAIT-1 Client')).toBeVisible()
  await tabTo(page, /CLOSED → SYN-SENT/)
  await page.keyboard.press('Enter')
  await expect(place('SYN-SENT Client')).toBeVisible()
  await page.keyboard.press('End')
  await expect(place('TIME-WAIT Client')).toBeVisible()

  // In the smallest window the figure is taller than its frame: the state that is entered comes into sight.
  await page.setViewportSize({ width: 1024, height: 640 })
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await expect(place('SYN-SENT Client')).toBeInViewport({ ratio: 0.9 })
  await expect(place('TIME-WAIT ')).not.toBeInViewport({ ratio: 0.9 })
  await page.keyboard.press('End')
  await expect(place('TIME-WAIT Client')).toBeInViewport({ ratio: 0.9 })
})
