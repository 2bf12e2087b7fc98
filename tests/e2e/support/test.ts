import { test as base, expect } from '@playwright/test'
import { findBrowser } from './browser'
import { startHost, type Host } from './host'
import { LabPage } from './lab-page'

interface Fixtures {
  /** A browser host of this test's own. */
  readonly host: Host
  /** The app, opened with its token. */
  readonly lab: LabPage
  /** What the page wrote to its console as a warning or error; a violation of the CSP is one. */
  readonly complaints: string[]
}

/** The browser reports each refused WebSocket itself, whatever the page does about it. */
const BROWSERS_OWN = /^WebSocket connection to \S+ failed/

/** Every test gets a lab of its own, and fails when the page complained in its console. */
export const test = base.extend<Fixtures>({
  launchOptions: [
    async ({ browserName }, use) => {
      expect(browserName).toBe('chromium')
      const { executablePath, args, env } = await findBrowser()
      await use({ executablePath, args: [...args], env: { ...definedEnvironment(), ...env } })
    },
    { scope: 'worker' },
  ],

  complaints: async ({ page }, use) => {
    const complaints: string[] = []
    page.on('console', (message) => {
      if (!['error', 'warning'].includes(message.type()) || BROWSERS_OWN.test(message.text())) return
      complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await use(complaints)
    expect(complaints, 'the page complained in its console').toEqual([])
  },

  host: async ({ baseURL }, use) => {
    expect(baseURL, 'each test starts its own host').toBeUndefined()
    const host = await startHost()
    await use(host)
    await host.stop()
  },

  lab: async ({ page, host, complaints }, use) => {
    expect(complaints).toEqual([])
    const lab = new LabPage(page)
    await lab.open(host.url)
    await use(lab)
  },
})

const definedEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

export { expect }
