/** Bundles the program at the ends of a wire into one file that needs nothing but Node (18 or newer) and, there, koffi. */
import { fileURLToPath } from 'node:url'
import { basename, dirname } from 'node:path'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * @param {string} file where to write it
 * @returns {Promise<void>}
 */
export async function buildWireEnd(file) {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '@shared': fileURLToPath(new URL('../../src/shared', import.meta.url)) } },
    ssr: { noExternal: true, external: ['koffi'] },
    build: {
      ssr: fileURLToPath(new URL('../../src/main/wire/end/index.ts', import.meta.url)),
      target: 'node18',
      outDir: dirname(file),
      emptyOutDir: false,
      minify: false,
      rollupOptions: { output: { format: 'es', entryFileNames: basename(file), codeSplitting: false } },
    },
  })
}

/**
 * As a part of another build: the ends' program is a bundle of its own, because it has to run where nothing else of the app is.
 *
 * @param {string} file where to write it
 * @returns {import('vite').Plugin}
 */
export const wireEnd = (file) => ({ name: 'wire-end', closeBundle: () => buildWireEnd(file) })
