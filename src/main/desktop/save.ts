import { basename, extname, join } from 'node:path'
import { app, dialog, shell, type BrowserWindow } from 'electron'
import type { Handlers } from '@shared/protocol/handlers'
import type { ErrorCode } from '@shared/protocol/errors'
import { err, ok, type Result } from '@shared/result'
import { writeWhole } from '../files/write-whole'
import type { Labels } from './labels'

/** Only so many files can be revealed again. */
const REMEMBERED = 100
/** Characters that some file system refuses in a name, and control characters. */
const UNSAFE = /[<>:"/\\|?*\p{Cc}]/gu

/** Writes a file where the user says; `path` is null where the user says nowhere. */
export type SaveFile = (name: string, data: Uint8Array) => Promise<Result<{ path: string | null }, ErrorCode>>

export interface Files {
  readonly save: SaveFile
  readonly handlers: Pick<Handlers, 'saveFile' | 'revealFile'>
}

/** What the page exports goes where the user says, and nowhere else. */
export function userFiles(window: () => BrowserWindow | null, labels: () => Labels): Files {
  const written = new Set<string>()

  async function save(name: string, data: Uint8Array): ReturnType<SaveFile> {
    const options = dialogOptions(name, labels())
    const parent = window()
    const chosen = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options))
    if (chosen.canceled || !chosen.filePath) return ok({ path: null })
    try {
      await writeWhole(chosen.filePath, data)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      return err('save-failed', `The file could not be written: ${reason}.`, { path: chosen.filePath })
    }
    written.add(chosen.filePath)
    for (const oldest of written) if (written.size > REMEMBERED) written.delete(oldest)
    return ok({ path: chosen.filePath })
  }

  return {
    save,
    handlers: {
      saveFile: ({ name, encoding, data }) => save(name, Buffer.from(data, encoding)),
      revealFile({ path }) {
        if (!written.has(path)) {
          return Promise.resolve(err('forbidden', 'Only files that this window saved can be shown.', { path }))
        }
        shell.showItemInFolder(path)
        return Promise.resolve(ok({}))
      },
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
