import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { hasDisplay } from '../../../scripts/start/display.mjs'
import { findRuntime } from '../../../scripts/start/runtime.mjs'
import { readSystem, whyNoSandbox } from '../../../scripts/start/sandbox.mjs'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** Why the desktop app cannot run here; null where it can. Never starts a download. */
function obstacle(): string | null {
  const runtime = findRuntime(ROOT, process.env)
  if ('missing' in runtime) return runtime.missing
  if (!hasDisplay(process.platform, process.env)) return 'there is no display'
  return whyNoSandbox(readSystem(runtime.executable))
}

export interface Desktop {
  readonly app: ElectronApplication
  readonly page: Page
  /** A folder of this test's own, where the app keeps its settings. */
  readonly userData: string
  /** Starts the app once more over the same settings. */
  again(...args: string[]): Promise<ElectronApplication>
  /** Chooses an item of the application menu, as a person does: without a key or click in the page. */
  choose(label: string): Promise<void>
}

/** The real desktop app, where a runtime and a display are; elsewhere each test is skipped, and says why. */
export const test = base.extend<{ readonly desktop: Desktop }>({
  desktop: async ({ locale }, use, info) => {
    const why = obstacle()
    // Set where a machine is meant to have it all: then nothing may be skipped.
    if (why !== null && process.env['HANDSHAKE_LAB_REQUIRE_DESKTOP']) throw new Error(why)
    if (why !== null) console.info(`skipped "${info.title}": ${why}`)
    info.skip(why !== null, why ?? '')
    const runtime = findRuntime(ROOT, process.env)
    if ('missing' in runtime) return
    const userData = mkdtempSync(join(tmpdir(), 'handshake-lab-e2e-'))
    const launch = (...more: string[]): Promise<ElectronApplication> =>
      _electron.launch({
        executablePath: runtime.executable,
        args: [ROOT, `--user-data-dir=${userData}`, `--lang=${locale ?? 'en-US'}`, ...more],
      })
    const app = await launch()
    const choose = (label: string): Promise<void> =>
      app.evaluate(({ BrowserWindow, Menu }, wanted) => {
        const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? []
        const item = items.find((one) => one.label === wanted)
        if (!item) throw new Error(`the menu has no "${wanted}"`)
        item.click(undefined, BrowserWindow.getAllWindows()[0], undefined)
      }, label)
    await use({ app, page: await app.firstWindow(), userData, again: launch, choose })
    // A test may have quit it already.
    await app.close().catch(() => undefined)
    rmSync(userData, { recursive: true, force: true, maxRetries: 5 })
  },
})
