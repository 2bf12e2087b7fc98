import { existsSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { LabBridge } from '../../src/shared/protocol/bridge'
import { test } from './support/desktop'
import { LabPage } from './support/lab-page'

type Lab = { readonly handshakeLab: LabBridge }

test('the desktop app connects, closes and exports through a save dialog', async ({
  desktop: { app, page, userData },
}) => {
  expect(new URL(page.url()).protocol).toBe('app:')
  const lab = new LabPage(page)
  await expect(lab.start).toBeEnabled()
  await lab.connect()
  await lab.close('Client ends')
  await lab.closed()

  const file = join(userData, 'exported.svg')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'SVG picture' }).click()
  await expect.poll(() => existsSync(file)).toBe(true)
  expect(readFileSync(file, 'utf8')).toMatch(/^<svg /)
})

test('the page of the desktop app has no Node, no Electron and no way out', async ({ desktop: { app, page } }) => {
  expect(
    await page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((name) => name in window),
    ),
  ).toEqual([])
  expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true)
  await page.evaluate(() => {
    location.href = 'https://example.com/'
  })
  expect(
    await page.evaluate(() =>
      fetch('https://example.com/').then(
        () => 'fetched',
        () => 'refused',
      ),
    ),
  ).toBe('refused')
  expect(
    await page.evaluate(() => {
      try {
        return Function('return 1')() as unknown
      } catch (error) {
        return (error as Error).name
      }
    }),
  ).toBe('EvalError')
  expect(new URL(page.url()).protocol).toBe('app:')
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('the desktop app opens speaker notes, which follow and drive, and reach nothing else', async ({
  desktop: { app, page },
}) => {
  const lab = new LabPage(page)
  await expect(lab.start).toBeEnabled()
  await lab.connect()
  await page.keyboard.press('p')
  await page.keyboard.press('PageDown')
  const opened = app.waitForEvent('window')
  await page.keyboard.press('s')
  const notes = await opened
  await expect(notes.getByText('1 of 3')).toBeVisible()
  await notes.keyboard.press('PageDown')
  await expect(page.getByText('2 / 3')).toBeVisible()
  expect(await notes.evaluate(() => ['handshakeLab', 'require', 'process'].filter((name) => name in window))).toEqual(
    [],
  )
  expect(await notes.evaluate(() => window.open('https://example.com/') === null)).toBe(true)
})

test('a second desktop app gives way to the first', async ({ desktop: { app, page, again } }) => {
  await expect(new LabPage(page).start).toBeEnabled()
  const second = await again().catch(() => null)
  if (second) await new Promise((resolve) => second.once('close', () => resolve(null)))
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('a reloaded page of the desktop app misses nothing', async ({ desktop: { page } }) => {
  const lab = new LabPage(page)
  await expect(lab.start).toBeEnabled()
  await lab.connect()
  await page.reload()
  await expect(lab.rows).toHaveCount(3)
})

test('the desktop app leaves no socket and remembers its window', async ({ desktop: { app, page, userData } }) => {
  await expect(new LabPage(page).start).toBeEnabled()
  const answer = await page.evaluate(() => (window as unknown as Lab).handshakeLab.listen({}))
  const { port } = (answer as { value: { port: number } }).value
  expect(await canConnect(port)).toBe(true)
  await app.evaluate(({ app: running }) => setTimeout(() => running.quit(), 0))
  await new Promise((resolve) => app.once('close', () => resolve(null)))
  expect(await canConnect(port)).toBe(false)
  expect(JSON.parse(readFileSync(join(userData, 'window.json'), 'utf8'))).toMatchObject({ maximized: false })
})

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}
