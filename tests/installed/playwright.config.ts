import { defineConfig } from '@playwright/test'

/** The check of an installed app: `node scripts/workflow/installed.mjs`. It is no part of `npm test`, which installs nothing. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: 1,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
})
