import { basename } from 'node:path'
import type { MenuItemConstructorOptions } from 'electron'
import type { MenuAction } from '@shared/protocol/menu'
import type { Labels } from './labels'

export interface MenuOptions {
  readonly labels: Labels
  readonly platform: NodeJS.Platform
  /** Adds the developer tools: not in a packaged app. */
  readonly development: boolean
  /** Files opened before, the latest first. macOS keeps a list of its own. */
  readonly recent: readonly string[]
  /** Asks the page. */
  ask(action: MenuAction): void
  openFile(): void
  openRecent(path: string): void
  clearRecent(): void
  about(): void
  licences(): void
  /** Looks for new versions; null where there is nothing to look at. */
  readonly updates: (() => void) | null
  openStandard(): void
}

type Item = MenuItemConstructorOptions
const SEPARATOR = { type: 'separator' } as const satisfies Item

/** The application menu. Roles carry the system's own behaviour and accelerators; only their labels are ours. */
export function menuTemplate(options: MenuOptions): Item[] {
  const isMac = options.platform === 'darwin'
  return [
    ...(isMac ? [application(options.labels)] : []),
    file(options, isMac),
    edit(options),
    view(options),
    windowMenu(options.labels, isMac),
    help(options, isMac),
  ]
}

/** Not the role 'appMenu', which would be in the system's language, whatever the reader chose. */
const application = (labels: Labels): Item => ({
  label: 'Handshake Lab',
  submenu: [
    { role: 'about', label: labels.about },
    SEPARATOR,
    { role: 'services', label: labels.services },
    SEPARATOR,
    { role: 'hide', label: labels.hide },
    { role: 'hideOthers', label: labels.hideOthers },
    { role: 'unhide', label: labels.showAll },
    SEPARATOR,
    { role: 'quit', label: labels.quitMac },
  ],
})

const file = (options: MenuOptions, isMac: boolean): Item => ({
  label: options.labels.file,
  submenu: [
    { label: options.labels.open, accelerator: 'CmdOrCtrl+O', click: () => options.openFile() },
    isMac ? systemRecent(options.labels) : ownRecent(options),
    SEPARATOR,
    { label: options.labels.exportSvg, accelerator: 'CmdOrCtrl+S', click: () => options.ask('export-svg') },
    { label: options.labels.exportPng, accelerator: 'CmdOrCtrl+Shift+S', click: () => options.ask('export-png') },
    { label: options.labels.handoutPdf, click: () => options.ask('handout-pdf') },
    { label: options.labels.printHandout, accelerator: 'CmdOrCtrl+P', click: () => options.ask('print-handout') },
    SEPARATOR,
    isMac ? { role: 'close', label: options.labels.close } : { role: 'quit', label: options.labels.quit },
  ],
})

/** macOS fills it with what recent.ts tells it of, and opens one by the event 'open-file'. */
const systemRecent = (labels: Labels): Item => ({
  role: 'recentDocuments',
  label: labels.openRecent,
  submenu: [{ role: 'clearRecentDocuments', label: labels.clearRecent }],
})

function ownRecent({ labels, recent, openRecent, clearRecent }: MenuOptions): Item {
  const files = recent.map((path): Item => ({
    // An ampersand alone would underline the letter after it.
    label: basename(path).replaceAll('&', '&&'),
    toolTip: path,
    click: () => openRecent(path),
  }))
  return {
    label: labels.openRecent,
    enabled: files.length > 0,
    submenu: [...files, SEPARATOR, { label: labels.clearRecent, click: clearRecent }],
  }
}

const edit = ({ labels, ask }: MenuOptions): Item => ({
  label: labels.edit,
  submenu: [
    { role: 'undo', label: labels.undo },
    { role: 'redo', label: labels.redo },
    SEPARATOR,
    { role: 'cut', label: labels.cut },
    { role: 'copy', label: labels.copy },
    { role: 'paste', label: labels.paste },
    { role: 'selectAll', label: labels.selectAll },
    SEPARATOR,
    { label: labels.copySvg, accelerator: 'CmdOrCtrl+Shift+C', click: () => ask('copy-svg') },
    { label: labels.copyPng, click: () => ask('copy-png') },
  ],
})

const view = ({ labels, development, ask }: MenuOptions): Item => ({
  label: labels.view,
  submenu: [
    // Only shown here: the page takes the key itself.
    { label: labels.present, accelerator: 'F5', registerAccelerator: false, click: () => ask('present') },
    { label: labels.speakerNotes, click: () => ask('speaker-notes') },
    SEPARATOR,
    { role: 'resetZoom', label: labels.actualSize },
    { role: 'zoomIn', label: labels.zoomIn },
    // The role's own key is +, which needs Shift on most keyboards.
    {
      role: 'zoomIn',
      label: labels.zoomIn,
      accelerator: 'CmdOrCtrl+=',
      visible: false,
      acceleratorWorksWhenHidden: true,
    },
    { role: 'zoomOut', label: labels.zoomOut },
    SEPARATOR,
    { role: 'togglefullscreen', label: labels.fullScreen },
    { role: 'reload', label: labels.reload },
    ...(development ? [{ role: 'toggleDevTools', label: labels.developerTools } satisfies Item] : []),
  ],
})

/** As each system has it; under the role 'window' macOS adds the list of windows. */
const windowMenu = (labels: Labels, isMac: boolean): Item => ({
  role: 'window',
  label: labels.window,
  submenu: [
    { role: 'minimize', label: labels.minimize },
    ...(isMac
      ? ([{ role: 'zoom', label: labels.zoom }, SEPARATOR, { role: 'front', label: labels.front }] satisfies Item[])
      : ([{ role: 'close', label: labels.close }] satisfies Item[])),
  ],
})

const help = ({ labels, ask, about, licences, updates, openStandard }: MenuOptions, isMac: boolean): Item => ({
  role: 'help',
  label: labels.help,
  submenu: [
    { label: labels.shortcuts, accelerator: 'F1', click: () => ask('shortcuts') },
    { label: labels.standard, click: openStandard },
    SEPARATOR,
    ...(updates ? [{ label: labels.updates, click: updates } satisfies Item] : []),
    { label: labels.licences, click: licences },
    // macOS has it in the application's own menu.
    ...(isMac ? [] : [{ label: labels.about, click: about } satisfies Item]),
  ],
})
