import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPackage } from '@electron/asar'

/** Marks where an Electron program keeps its fuses: then a version, a length, and one digit a fuse (@electron/fuses). */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const AS_SHIPPED = '101100011'

/**
 * A folder that looks like an unpacked Electron for Linux to what packs it: the program has fuses but runs nothing. It proves what is
 * packed and how, not that it starts.
 */
export async function standInElectron(folder: string): Promise<string> {
  const dist = join(folder, 'electron')
  for (const part of ['locales', 'resources', 'welcome']) mkdirSync(join(dist, part), { recursive: true })
  for (const language of ['de', 'en-US', 'zh-CN', 'zh-TW']) writeFileSync(join(dist, 'locales', `${language}.pak`), '')
  writeFileSync(join(dist, 'welcome', 'package.json'), '{ "main": "main.js" }')
  await createPackage(join(dist, 'welcome'), join(dist, 'resources', 'default_app.asar'))
  rmSync(join(dist, 'welcome'), { recursive: true })
  const fuses = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, AS_SHIPPED.length]), Buffer.from(AS_SHIPPED)])
  writeFileSync(join(dist, 'electron'), fuses, { mode: 0o755 })
  writeFileSync(join(dist, 'chrome-sandbox'), '', { mode: 0o755 })
  writeFileSync(join(dist, 'LICENSE'), 'Copyright of Electron')
  writeFileSync(join(dist, 'LICENSES.chromium.html'), '<p>Copyright of Chromium</p>')
  return dist
}

/** A temporary folder; its second value removes it. */
export function temporaryFolder(name: string): readonly [string, () => void] {
  const folder = mkdtempSync(join(tmpdir(), `handshake-lab-${name}-`))
  return [folder, () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })]
}
