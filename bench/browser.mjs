import { chromium } from '@playwright/test'
import { runnerImport } from 'vite'
import { at } from './bundle.mjs'

/** The browser of the end-to-end tests. @returns {Promise<import('@playwright/test').Browser>} */
export async function launch() {
  const { module } = await runnerImport(at('tests/e2e/support/browser.ts'), { configFile: false, logLevel: 'error' })
  const { executablePath, args, env } = await module.findBrowser()
  return chromium.launch({ executablePath, args: [...args], env: { ...process.env, ...env } })
}
