import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { recordModules } from './scripts/build/record.mjs'
import { wireEnd } from './scripts/build/wire-end.mjs'
import { colourSheet } from './src/shared/diagram/colours'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const root = at('.')
const alias = { '@shared': at('src/shared'), '@renderer': at('src/renderer') }

/** The interface gets its colours from the table that exported pictures get theirs from. */
const colours: Plugin = {
  name: 'colours',
  enforce: 'pre',
  transform: (code, id) => (id.endsWith('/renderer/styles/index.css') ? `${code}\n${colourSheet()}` : null),
}

export default defineConfig({
  main: {
    resolve: { alias },
    plugins: [recordModules(root, 'main'), wireEnd(at('out/wire/end.mjs'))],
    build: {
      rollupOptions: {
        // The entries share their chunks; only `index` may load electron. `web` is what scripts/start.mjs serves.
        input: { index: at('src/main/index.ts'), cli: at('src/main/cli.ts'), web: at('src/main/web/index.ts') },
        output: { format: 'es' },
      },
    },
  },
  preload: {
    resolve: { alias },
    plugins: [recordModules(root, 'preload')],
    build: {
      // A sandboxed preload can require nothing but electron, so everything else is bundled into one CommonJS file.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: at('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    resolve: { alias },
    plugins: [vue(), colours, recordModules(root, 'renderer')],
    build: {
      minify: true,
      rollupOptions: { input: { index: at('src/renderer/index.html') } },
    },
  },
})
