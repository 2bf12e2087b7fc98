import type { Page } from '@playwright/test'
import { expect, test } from './support/test'

test('connect, send, close and export: the whole way through', async ({ lab }) => {
  await expect(lab.page).toHaveTitle(/Handshake Lab/)
  await lab.connect()
  expect((await lab.segments()).map((row) => row.replace(/ [\d.,]+ ms/, ''))).toEqual([
    '1 client SYN 0 – 0',
    '2 server SYN,ACK 0 1 0',
    '3 client ACK 1 1 0',
  ])
  await expect(lab.events.getByText("'connection'")).toBeVisible()

  await lab.send('hello')
  await expect(lab.events.getByText("'data'")).toBeVisible()
  await expect(lab.rows.filter({ hasText: /client.*1.*1.*5/ }).first()).toBeVisible()

  await lab.close('Client ends')
  await lab.closed()
  await expect(lab.rows.filter({ hasText: 'FIN' })).toHaveCount(2)
  await expect(lab.start).toBeEnabled()

  const { name, data } = await lab.export('SVG picture')
  expect(name).toMatch(/\.svg$/)
  const svg = data.toString()
  expect(svg).toMatch(/^<svg [^>]*role="img"/)
  expect(svg).toContain('SYN,ACK')
  expect(svg).toContain('FIN,ACK')
  expect(svg).not.toMatch(/<script|<foreignObject|textLength|var\(--|href=/)
  await expect(parsesAsXml(lab.page, svg)).resolves.toBe('svg')
})

test('a second connection is a record of its own, and the first can be chosen again', async ({ lab }) => {
  await lab.connect()
  await lab.close('Client aborts (RST)')
  await lab.closed()
  await lab.connect()
  await expect(lab.rows.filter({ hasText: 'RST' })).toHaveCount(0)
  await expect(lab.page.getByText('Connection 2 of 2')).toBeVisible()
})

test('absolute sequence numbers are a click away, and so is the way back', async ({ lab }) => {
  await lab.connect()
  await lab.page.getByRole('radio', { name: 'Absolute' }).click()
  const [syn = '', synAck = ''] = await lab.segments()
  const numbers = (row: string): number[] =>
    [...row.matchAll(/\d[\d,]*/g)].map(([text]) => Number(text.replaceAll(',', '')))
  const isn = numbers(syn)[1] ?? -1
  expect(isn).toBeGreaterThan(0)
  expect(numbers(synAck)[2]).toBe((isn + 1) % 2 ** 32)
  await lab.page.getByRole('radio', { name: 'Relative' }).click()
  expect((await lab.segments())[1]).toMatch(/SYN,ACK 0 1 0/)
})

test('an abort ends in RST, and the other side is told ECONNRESET', async ({ lab }) => {
  await lab.connect()
  await lab.close('Client aborts (RST)')
  await expect(lab.rows.last()).toContainText('RST')
  await expect(lab.events.getByText('ECONNRESET')).toBeVisible()
})

/** @returns the name of the document element, or `parsererror` */
const parsesAsXml = (page: Page, text: string): Promise<string> =>
  page.evaluate((xml) => {
    const parsed = new DOMParser().parseFromString(xml, 'image/svg+xml')
    return parsed.querySelector('parsererror') ? 'parsererror' : parsed.documentElement.nodeName
  }, text)
