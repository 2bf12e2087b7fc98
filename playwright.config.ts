import { defineConfig } from '@playwright/test'
import { useRealTemporaryFolder } from './scripts/test/temporary.mjs'

useRealTemporaryFolder()

/**
 * End-to-end tests in a real Chromium against the real browser host, two files at a time: each test has a host and a
 * browser context of its own. A recorded trace costs a quarter of the time; `npx playwright test --trace on` makes one.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/support/prepare.ts',
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  use: {
    locale: 'en-US',
    timezoneId: 'UTC',
    colorScheme: 'light',
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
    trace: 'off',
    screenshot: 'only-on-failure',
  },
})
