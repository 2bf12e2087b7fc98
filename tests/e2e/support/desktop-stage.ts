import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startStage, type Stage } from './stage/stage'
import { expect, test as base } from './test'

/** The built desktop app on a replaced electron: each test has an app, a browser context and settings of its own. */
export const test = base.extend<{ readonly stage: Stage; readonly userData: string }>({
  // The main process says what its pages may do, not the test.
  permissions: [],
  userData: async ({ locale }, use) => {
    expect(locale).toBe('en-US')
    const folder = mkdtempSync(join(tmpdir(), 'handshake-lab-stage-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  stage: async ({ context, userData }, use) => {
    const stage = await startStage(context, userData)
    const complaints: string[] = []
    stage.page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    stage.page.on('pageerror', (error) => complaints.push(error.message))
    await use(stage)
    expect(complaints, 'the page complained in its console').toEqual([])
    expect(await stage.quit()).toBe(0)
  },
})

export { expect }
