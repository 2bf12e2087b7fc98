import { randomBytes } from 'node:crypto'
import { chmod, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** What a file is to hold: at once, or piece by piece where the whole is longer than a string can be. */
export type Content = string | Uint8Array | Iterable<string>

/** What a folder answers that takes no new file, though a file that is in it may be writable. */
const NO_NEW_FILE: ReadonlySet<unknown> = new Set(['EACCES', 'EPERM', 'EROFS'])

/**
 * Writes a file whole or not at all: into a draft beside it, which then takes its name (POSIX rename, §2.3 atomic). A full
 * disk or a crash so leaves what was there before. A link stays a link, a file keeps its mode. What is no regular file, such
 * as a pipe, is written to directly, and so is a file in a folder that takes no other.
 *
 * @param path absolute, or relative to the working directory
 * @throws what Node's file system throws: `ENOENT` for a folder that is not there, `EISDIR`, `ENOSPC`
 */
export async function writeWhole(path: string, data: Content): Promise<void> {
  const target = await realpath(path).catch(() => path)
  const before = await stat(target).catch(() => null)
  if (before && !before.isFile()) return writeFile(target, data)
  const draft = join(dirname(target), `.handshake-lab-${randomBytes(6).toString('hex')}.tmp`)
  const file = await open(draft, 'wx').catch((error: NodeJS.ErrnoException) => {
    if (before && NO_NEW_FILE.has(error.code)) return null
    throw error
  })
  if (!file) return writeFile(target, data)
  try {
    try {
      await writeFile(file, data)
      // Or a power cut after the rename could leave an empty file under the name.
      await file.sync()
    } finally {
      await file.close()
    }
    if (before) await chmod(draft, before.mode)
    await rename(draft, target)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
