import { basename, extname, join } from 'node:path'
import { app, dialog, shell, type BrowserWindow } from 'electron'
import type { Handlers } from '@shared/protocol/handlers'
import { err, ok } from '@shared/result'
import { writeWhole } from '../files/write-whole'
import type { Labels } from './labels'

/** Only so many files can be revealed again. */
const REMEMBERED = 100
/** Characters that some file system refuses in a name, and control characters. */
const UNSAFE = /[<>:"/\\|?*\p{Cc}]/gu

/** The file handlers: what the page exports goes where the user says, and nowhere else. */
export function fileHandlers(
  window: () => BrowserWindow | null,
  labels: () => Labels,
): Pick<Handlers, 'saveFile' | 'revealFile'> {
  const written = new Set<string>()

  return {
    async saveFile({ name, encoding, data }) {
      const options = dialogOptions(name, labels())
      const parent = window()
      const chosen = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options))
      if (chosen.canceled || !chosen.filePath) return ok({ path: null })
      try {
        await writeWhole(chosen.filePath, Buffer.from(data, encoding))
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        return err('save-failed', `The file could not be written: ${reason}.`, { path: chosen.filePath })
      }
      written.add(chosen.filePath)
      for (const oldest of written) if (written.size > REMEMBERED) written.delete(oldest)
      return ok({ path: chosen.filePath })
    },

    revealFile({ path }) {
      if (!written.has(path)) {
        return Promise.resolve(err('forbidden', 'Only files that this window saved can be shown.', { path }))
      }
      shell.showItemInFolder(path)
      return Promise.resolve(ok({}))
    },
  }
}

function dialogOptions(name: string, { save }: Labels): Electron.SaveDialogOptions {
  const safe = basename(name.replace(UNSAFE, '-'))
  const extension = extname(safe).slice(1)
  return {
    defaultPath: join(app.getPath('downloads'), safe),
    buttonLabel: save,
    // Linux asks before it overwrites only where it is told to; the other systems always do.
    properties: ['showOverwriteConfirmation', 'createDirectory'],
    ...(extension ? { filters: [{ name: extension.toUpperCase(), extensions: [extension] }] } : {}),
  }
}
