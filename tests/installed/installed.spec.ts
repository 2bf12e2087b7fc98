import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect, test } from '@playwright/test'
import { LabPage } from '../e2e/support/lab-page'

const PROGRAM = process.env['HANDSHAKE_LAB_PROGRAM'] ?? ''

/**
 * Through Chromium's own debugging port: the fuses of the packaged program refuse Node's (`--inspect`), by which Playwright
 * drives an Electron otherwise. So nothing in the main process is touched, and no dialog replaced.
 */
test('the installed app connects, closes and exports', async () => {
  const userData = mkdtempSync(join(tmpdir(), 'handshake-lab-installed-'))
  const app = spawn(PROGRAM, ['--remote-debugging-port=0', `--user-data-dir=${userData}`, '--lang=en-US'])
  try {
    const browser = await chromium.connectOverCDP(await debuggingAddress(app), { timeout: 90_000 })
    const context = browser.contexts()[0] ?? (await browser.newContext())
    const page = context.pages()[0] ?? (await context.waitForEvent('page'))
    const lab = new LabPage(page)
    await expect(lab.start).toBeEnabled()
    await lab.connect()
    await lab.close('Client ends')
    await lab.closed()

    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: 'Copy SVG' }).click()
    await expect(page.getByText('The SVG is on the clipboard.').first()).toBeVisible()
    // A page may not read the clipboard; a person may paste.
    await page.evaluate(() => document.body.append(document.createElement('textarea')))
    await page.locator('textarea').last().focus()
    await page.keyboard.press('ControlOrMeta+V')
    await expect.poll(() => page.locator('textarea').last().inputValue()).toMatch(/^<svg [\s\S]*<\/svg>\s*$/)
    await browser.close()
  } finally {
    await ended(app)
    rmSync(userData, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
})

/** Chromium says it on standard error once the port is open. */
function debuggingAddress(app: ChildProcess): Promise<string> {
  return new Promise((found, fail) => {
    let said = ''
    app.stderr?.on('data', (chunk) => {
      said += chunk
      const address = /DevTools listening on (ws:\/\/\S+)/.exec(said)?.[1]
      if (address !== undefined) found(address)
    })
    app.once('error', fail)
    app.once('exit', (code) => fail(new Error(`${PROGRAM} ended with code ${code}:\n${said}`)))
  })
}

function ended(app: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (app.exitCode !== null || app.signalCode !== null) return done()
    app.once('exit', () => done())
    app.kill()
  })
}
