import { readFile, stat } from 'node:fs/promises'
import { basename, extname, isAbsolute, resolve } from 'node:path'
import { dialog, type BrowserWindow } from 'electron'
import { OPEN_CHANNEL } from '@shared/protocol/bridge'
import { MAX_OPENED, scenarioOf, type Opened } from '@shared/protocol/opened'
import type { Labels } from './labels'
import { log } from './log'

/** What the app opens from outside: a trace of ours, or a capture. */
const EXTENSIONS = ['hslab', 'json', 'pcap', 'pcapng', 'cap', 'gz'] as const

/**
 * The files that a command line names: an argument with one of our extensions that is no switch. Everything else of it is
 * ignored, so that whoever can start the app can have it open a file, and nothing more.
 *
 * @param argv without the program itself
 * @param folder the working directory of who started it
 */
export function filesIn(argv: readonly string[], folder: string): string[] {
  const ours = (argument: string): boolean =>
    !argument.startsWith('-') && (EXTENSIONS as readonly string[]).includes(extname(argument).slice(1).toLowerCase())
  return argv.filter(ours).map((argument) => (isAbsolute(argument) ? argument : resolve(folder, argument)))
}

/** Asks for a file. @returns null where none was chosen */
export async function chooseFile(window: BrowserWindow | null, { files, allFiles }: Labels): Promise<string | null> {
  const options: Electron.OpenDialogOptions = {
    properties: ['openFile'],
    filters: [
      { name: files, extensions: [...EXTENSIONS] },
      { name: allFiles, extensions: ['*'] },
    ],
  }
  const { filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
  return filePaths[0] ?? null
}

/**
 * Hands a file to the page, which says what it is or why it is none: here only its size is looked at. The page gets its name
 * without folders, and runs nothing because of it.
 *
 * @returns whether the page has it
 */
export async function handToPage(path: string, window: BrowserWindow, labels: Labels): Promise<boolean> {
  let file: Opened
  try {
    const { size } = await stat(path)
    if (size > MAX_OPENED) throw new Error(labels.tooLarge)
    file = { kind: 'file', name: basename(path), data: new Uint8Array(await readFile(path)) }
  } catch (error) {
    log(`${path} could not be opened.`, error)
    const detail = `${path}\n${error instanceof Error ? error.message : String(error)}`
    await dialog.showMessageBox(window, { type: 'error', message: labels.notOpened, detail })
    return false
  }
  return send(file, window)
}

/** Hands a link to the page; one that names no scenario is ignored, wherever it came from. */
export async function followLink(link: string, window: BrowserWindow): Promise<void> {
  const id = scenarioOf(link)
  if (id === null) log(`The link ${JSON.stringify(link.slice(0, 200))} is none of ours.`)
  else await send({ kind: 'scenario', id }, window)
}

/** The links that a command line names, as Linux and Windows hand them over; macOS says 'open-url'. */
export const linksIn = (argv: readonly string[]): string[] => argv.filter((argument) => scenarioOf(argument) !== null)

async function send(opened: Opened, window: BrowserWindow): Promise<boolean> {
  await loaded(window)
  if (window.isDestroyed()) return false
  window.webContents.send(OPEN_CHANNEL, opened)
  return true
}

/** A page that is still loading would not hear. */
const loaded = (window: BrowserWindow): Promise<void> =>
  new Promise((done) => {
    if (!window.webContents.isLoadingMainFrame()) return done()
    window.webContents.once('did-finish-load', () => done())
    window.once('closed', () => done())
  })
