import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { BrowserWindow, app, type WebContents } from 'electron'
import type { Handlers } from '@shared/protocol/handlers'
import { err, ok } from '@shared/result'
import { forbidPermissions } from './hardening'
import type { SaveFile } from './save'
import { SAFE } from './web-preferences'

/** What Electron says where the reader closed the system's dialog (Electron documentation, `contents.print`). */
const CANCELED = 'Print job canceled'

/**
 * Prints a handout, or saves it as PDF. It is shown to nobody, in a session of its own that keeps nothing: no script runs in
 * it and nothing is fetched, whatever the page wrote into it.
 */
export function handoutHandler(save: SaveFile): Pick<Handlers, 'printHandout'> {
  /** The pages that are being printed, by address: all that may be loaded. */
  const own = new Set<string>()

  return {
    async printHandout({ name, html, to }) {
      const sheet = new BrowserWindow({
        show: false,
        webPreferences: { ...SAFE, javascript: false, partition: 'handout' },
      })
      const { webContents } = sheet
      let folder: string | null = null
      try {
        folder = await mkdtemp(join(app.getPath('temp'), 'handshake-lab-'))
        const file = join(folder, 'handout.html')
        await writeFile(file, html)
        own.add(pathToFileURL(file).href)
        webContents.session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !own.has(url) }))
        forbidPermissions(webContents.session)
        await sheet.loadFile(file)
        if (to === 'pdf') return await save(name, await toPdf(webContents))
        const trouble = await print(webContents)
        return trouble === null ? ok({ path: null }) : err('save-failed', `The handout was not printed: ${trouble}.`)
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        return err('save-failed', `The handout could not be made: ${reason}.`)
      } finally {
        if (!sheet.isDestroyed()) sheet.destroy()
        if (folder !== null) await rm(folder, { recursive: true, force: true })
      }
    },
  }
}

/** The handout names its own paper and margins; tagged, so that a screen reader reads it too. */
const toPdf = (contents: WebContents): Promise<Buffer> =>
  contents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  })

/** Asks by the system's own dialog. @returns why it was not printed; null where it was, or was not wanted after all */
const print = (contents: WebContents): Promise<string | null> =>
  new Promise((resolve) =>
    contents.print({ printBackground: true }, (done, reason) => resolve(done || reason === CANCELED ? null : reason)),
  )
