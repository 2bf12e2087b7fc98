import { existsSync, readFileSync, writeFileSync } from 'node:fs'
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

test('the menu of the desktop app copies, prints to PDF and presents without a key or click in the page', async ({
  desktop: { app, page, userData, choose },
}) => {
  const lab = new LabPage(page)
  await expect(lab.start).toBeEnabled()
  await lab.connect()
  await choose('Copy Diagram as SVG')
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/^<svg /)
  await choose('Copy Diagram as Picture')
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.has('image/png'))).toBe(true)

  const file = join(userData, 'handout.pdf')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  await choose('Export Handout as PDF…')
  await expect.poll(() => existsSync(file) && readFileSync(file, 'latin1').slice(0, 5)).toBe('%PDF-')

  // What the system makes of it depends on its window manager, which a test machine may not have.
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const asked: boolean[] = []
    Object.assign(globalThis, { asked })
    if (window) window.setFullScreen = (on) => void asked.push(on)
  })
  await choose('Present')
  await expect(page.getByRole('region', { name: 'Presentation' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { asked: boolean[] }).asked))
    .toEqual([true, false])
})

test('the window of the desktop app is shown, whatever the compositor says of it', async ({ desktop: { app } }) => {
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible())))
    .toEqual([true])
})

test('a page of the desktop app that crashed is loaded again, and the crash is written down', async ({
  desktop: { app, page },
}) => {
  await expect(new LabPage(page).start).toBeEnabled()
  const logs = await app.evaluate(({ app: running, dialog, BrowserWindow }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false })
    setTimeout(() => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(), 0)
    return running.getPath('logs')
  })
  const file = join(logs, 'main.log')
  await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8')).toMatch(/The page has gone: (killed|crashed)/)
  // The old page is gone for good; what is in the new one is asked by way of the main process.
  const title = (): Promise<string> =>
    app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      if (!contents || contents.isCrashed() || contents.isLoading()) return ''
      return contents.executeJavaScript('document.querySelector("main") ? document.title : ""') as Promise<string>
    })
  await expect.poll(title).toBe('Handshake Lab')
})

test('the desktop app opens the file that a second start names', async ({ desktop: { page, userData, again } }) => {
  await expect(new LabPage(page).start).toBeEnabled()
  const file = join(userData, 'other.hslab')
  writeFileSync(file, 'not a trace')
  const second = await again(file).catch(() => null)
  await expect(page.getByText(/“other\.hslab” was not opened/)).toBeVisible()
  await second?.close().catch(() => undefined)
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
