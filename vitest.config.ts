import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { useRealTemporaryFolder } from './scripts/test/temporary.mjs'

useRealTemporaryFolder()

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const alias = { '@shared': at('src/shared'), '@main': at('src/main'), '@renderer': at('src/renderer') }

/**
 * One project an environment, so that a slow or browser-like one never hides in the fast ones. Pure code and components
 * share a worker's modules (`isolate: false`): loading them anew for each file costs three times what the tests do.
 */
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts'],
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        plugins: [vue()],
        test: {
          name: 'component',
          environment: 'happy-dom',
          include: ['tests/component/**/*.test.ts'],
          setupFiles: ['tests/component/support/setup.ts'],
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          environment: 'node',
          include: ['tests/integration/**/*.test.ts'],
          testTimeout: 120_000,
          // Most of the time they wait for timers and processes, not for the processor.
          maxWorkers: 3,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'contract',
          environment: 'node',
          include: ['tests/contract/**/*.test.ts'],
          testTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
