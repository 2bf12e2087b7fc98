import { writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { LabPage } from './support/lab-page'
import { dialogue, trace } from '../unit/shared/diagram/conversations'
import { expect, test } from './support/test'

/** Sends so many bytes from the client, by way of the form. */
async function sendBytes({ page }: LabPage, bytes: number): Promise<void> {
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('radio', { name: 'Client' }).click()
  await form.getByRole('radio', { name: /bytes/i }).click()
  await form.getByRole('spinbutton').fill(String(bytes))
  await form.getByRole('button', { name: 'Send it' }).click()
  await expect(form).toBeHidden()
}

/** The numbers of the arrows that can be seen, not merely are in the document. */
const seen = (page: Page): Promise<number[]> =>
  page.locator('.sequence-diagram .frame').evaluate((frame) => {
    const { top, bottom } = frame.getBoundingClientRect()
    return [...frame.querySelectorAll('[data-key^="segment-"]')].flatMap((mark) => {
      const box = mark.getBoundingClientRect()
      return box.top < bottom && box.bottom > top ? [Number(mark.getAttribute('data-key')?.slice(8))] : []
    })
  })

test('a long conversation is drawn where it is looked at: after a reload, a resize and a banner', async ({
  lab,
  page,
}) => {
  await lab.connect()
  await sendBytes(lab, 4_000_000)
  await expect.poll(async () => Math.max(0, ...(await seen(page)))).toBeGreaterThan(60)
  // All of it has been drawn once the newest stays the same.
  let last = 0
  await expect
    .poll(async () => {
      const [before, now] = [last, Math.max(...(await seen(page)))]
      last = now
      return now === before
    })
    .toBe(true)

  await page.reload()
  await expect.poll(() => seen(page)).toContain(last)
  for (const size of [
    { width: 1024, height: 640 },
    { width: 1440, height: 900 },
    { width: 720, height: 450 },
    { width: 1366, height: 768 },
  ]) {
    await page.setViewportSize(size)
    await expect.poll(() => seen(page)).toContain(last)
  }

  // A reader who is elsewhere stays there.
  const frame = page.locator('.sequence-diagram .frame')
  await frame.evaluate((element) => (element.scrollTop = element.scrollHeight / 2))
  await expect.poll(() => seen(page)).not.toContain(last)
  await expect.poll(async () => (await seen(page)).length).toBeGreaterThan(3)
  const [middle = 0] = (await seen(page)).slice(2)
  await page.setViewportSize({ width: 1366, height: 700 })
  await expect.poll(() => seen(page)).toContain(middle)
  await page.setViewportSize({ width: 1300, height: 640 })
  await expect.poll(() => seen(page)).toContain(middle)
})

test('a conversation too tall for a PNG is made smaller, and that is said', async ({ lab, page }, info) => {
  const path = info.outputPath('long.json')
  await writeFile(path, JSON.stringify(trace([dialogue(900)])))
  await lab.openTrace(path)
  const { data } = await lab.export('PNG picture, 1×')
  // The size stands in the header, big-endian (PNG specification, §11.2.2 IHDR).
  expect(data.readUInt32BE(20)).toBe(16_000)
  await expect(page.getByText(/too tall for a PNG/)).toBeVisible()
})
