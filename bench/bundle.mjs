import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** @param {string} path from the root of the repository */
export const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))

/**
 * Bundles one TypeScript module into a file that runs without anything else.
 *
 * @param {string} entry from the root of the repository
 * @param {'node' | 'page'} where it will run
 * @returns {Promise<string>} the bundled file
 */
export async function bundle(entry, where) {
  const folder = await mkdtemp(join(tmpdir(), 'handshake-lab-bench-'))
  const output = { entryFileNames: 'bundle.mjs' }
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': at('src/shared'), '@main': at('src/main') } },
    // It lies where no package is found.
    ssr: { noExternal: true },
    build:
      where === 'node'
        ? { ssr: at(entry), outDir: folder, target: 'node20', rollupOptions: { output } }
        : {
            outDir: folder,
            lib: { entry: at(entry), formats: ['es'], fileName: () => 'bundle.mjs' },
            minify: true,
          },
  })
  return join(folder, 'bundle.mjs')
}

/** The middle one, of an odd number of measurements. @param {number[]} numbers */
export const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN

/**
 * @typedef {object} Figure
 * @property {string} what
 * @property {string} figure
 * @property {string} goal
 * @property {boolean} reached
 * @property {string} command
 */
