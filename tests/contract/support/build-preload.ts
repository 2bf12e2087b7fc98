import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type InlineConfig } from 'vite'
import config from '../../../electron.vite.config'

export interface BuiltPreload {
  readonly file: string
  remove(): void
}

/** Builds the real preload with the project's own settings, into a folder of its own. */
export async function buildPreload(): Promise<BuiltPreload> {
  if (typeof config !== 'object' || !('preload' in config) || !config.preload) throw new Error('no preload settings')
  const { resolve, build: settings } = config.preload
  const folder = mkdtempSync(join(tmpdir(), 'handshake-lab-preload-'))
  const rollupOptions = { ...settings?.rollupOptions, external: ['electron'] }
  await build({
    configFile: false,
    logLevel: 'error',
    ...(resolve ? { resolve } : {}),
    build: { ssr: true, outDir: folder, emptyOutDir: true, minify: false, rollupOptions },
  } as InlineConfig)
  return { file: join(folder, 'index.cjs'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}
