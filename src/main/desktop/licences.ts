import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, dialog, shell } from 'electron'
import type { Labels } from './labels'
import { log } from './log'

const FILE = 'THIRD-PARTY-NOTICES.txt'

/**
 * Shows the licences of what the app is made of, in the system's own viewer. They are copied out first: a packaged app is
 * one archive, and no other program opens a file in it. A start from the sources has no such file, and says so.
 */
export async function showLicences(labels: Labels): Promise<void> {
  const copy = join(app.getPath('userData'), FILE)
  try {
    await writeFile(copy, await readFile(join(app.getAppPath(), FILE)))
    const trouble = await shell.openPath(copy)
    if (trouble !== '') throw new Error(trouble)
  } catch (error) {
    log('The licences could not be shown.', error)
    await dialog.showMessageBox({ type: 'info', message: labels.licences, detail: labels.noLicences })
  }
}
