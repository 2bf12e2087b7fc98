import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

export interface Bundle {
  /** A JavaScript module that a bare `node` runs. */
  readonly file: string
  remove(): Promise<void>
}

/** Bundles one module of this folder, so that it can run in a process of its own, as the hosts' bundles do. */
export async function bundle(name: string): Promise<Bundle> {
  const folder = await mkdtemp(join(tmpdir(), 'handshake-lab-'))
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': at('src/shared'), '@main': at('src/main') } },
    // It lies where no package is found.
    ssr: { noExternal: true },
    build: {
      ssr: at(`tests/integration/lab/${name}.ts`),
      outDir: folder,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  })
  return { file: join(folder, `${name}.mjs`), remove: () => rm(folder, { recursive: true, force: true }) }
}
