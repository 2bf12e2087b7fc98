import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, dialog, shell } from 'electron'
import type { Labels } from './labels'
import { log } from './log'

/** What electron-builder puts into a package that knows where its updates are: only into a signed one. */
const KNOWS_UPDATES = 'app-update.yml'

/** The part of electron-updater that we use; updater.ts has it. */
export interface Updater {
  /** The version that is there, when it is newer than this one. */
  newest(): Promise<string | null>
  /** Downloads it; it is installed when the app quits. */
  download(): Promise<void>
}

/**
 * The page of the project's releases; null where the app's own package.json names no project on the web, as where it was
 * started from the sources.
 *
 * @param folder of the app: its asar, or the repository
 */
export function releasesPage(folder: string): string | null {
  try {
    const { homepage } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { homepage?: unknown }
    return typeof homepage === 'string' && homepage.startsWith('https://github.com/') ? `${homepage}/releases` : null
  } catch {
    return null
  }
}

/**
 * Whether this is a signed package, which may replace itself. macOS and Windows check who signed the new one.
 *
 * @param resources Electron's `process.resourcesPath`
 */
export const updatesItself = (resources: string): boolean => existsSync(join(resources, KNOWS_UPDATES))

export interface UpdateOptions {
  readonly labels: Labels
  /** Electron's `app.getAppPath()`. */
  readonly folder: string
  /** Electron's `process.resourcesPath`. */
  readonly resources: string
  readonly load?: () => Promise<Updater>
}

/** Whether there is anything to look for. */
export const canUpdate = ({ folder, resources }: Pick<UpdateOptions, 'folder' | 'resources'>): boolean =>
  updatesItself(resources) || releasesPage(folder) !== null

/**
 * What a person asks for with Help → New Versions…; the app never looks by itself. A signed package asks its project's releases
 * and offers what it finds; any other one shows the page of the releases in the browser.
 */
export async function lookForUpdate({ labels, folder, resources, load = loadUpdater }: UpdateOptions): Promise<void> {
  const page = releasesPage(folder)
  if (!updatesItself(resources)) {
    if (page !== null) await shell.openExternal(page)
    return
  }
  try {
    const updater = await load()
    const version = await updater.newest()
    if (version === null) {
      await dialog.showMessageBox({ type: 'info', message: labels.updateNone, detail: app.getVersion() })
      return
    }
    const buttons = [labels.updateGet, labels.updateLater]
    const question = { type: 'question', message: labels.updateThere, detail: version, buttons, cancelId: 1 } as const
    if ((await dialog.showMessageBox(question)).response !== 0) return
    await updater.download()
    await dialog.showMessageBox({ type: 'info', message: labels.updateReady, detail: version })
  } catch (error) {
    log('The search for a new version failed.', error)
    await dialog.showMessageBox({ type: 'warning', message: labels.updateFailed, detail: page ?? '' })
  }
}

/** Loaded only when it is asked for: it is a third of the app's code, and packages that may not update lack it. */
async function loadUpdater(): Promise<Updater> {
  const { signedUpdater } = await import('./updater')
  return signedUpdater()
}
