import process from 'node:process'
import { fileURLToPath, URL } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { GROUPS } from './index.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** `<group>` runs the tests of a group as the sources are, `<group>/<n>` with fault `n` made. */
const [name = '', index] = (process.env['MUTANT'] ?? '').split('/')
const group = GROUPS[name]
if (group === undefined) throw new Error(`no group of faults is called "${name}"`)
const mutant = index === undefined ? undefined : group.mutants[Number(index)]

/** Makes the fault while the file is read, so that the sources stay as they are. */
const fault = {
  name: 'fault',
  enforce: /** @type {const} */ ('pre'),
  /** @param {string} code @param {string} id */
  transform: (code, id) =>
    mutant !== undefined && id.endsWith(`/${mutant.file}`) ? code.replace(mutant.from, () => mutant.to) : undefined,
}

/** Threads rather than processes: they end with the one that is killed when a fault never ends. */
export default defineConfig({
  root,
  plugins: [fault, vue()],
  resolve: {
    alias: { '@shared': `${root}src/shared`, '@main': `${root}src/main`, '@renderer': `${root}src/renderer` },
  },
  test: {
    environment: 'node',
    include: [...group.tests],
    testTimeout: 60_000,
    pool: 'threads',
    fileParallelism: false,
    isolate: false,
    bail: 1,
  },
})
