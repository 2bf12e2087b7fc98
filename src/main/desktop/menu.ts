import type { MenuItemConstructorOptions } from 'electron'
import type { MenuAction } from '@shared/protocol/menu'
import type { Labels } from './labels'

export interface MenuOptions {
  readonly labels: Labels
  readonly platform: NodeJS.Platform
  /** Adds the developer tools: not in a packaged app. */
  readonly development: boolean
  /** Asks the page. */
  ask(action: MenuAction): void
  about(): void
  openStandard(): void
}

type Item = MenuItemConstructorOptions

/** The application menu. Roles carry the system's own behaviour and accelerators; only their labels are ours. */
export function menuTemplate(options: MenuOptions): Item[] {
  const isMac = options.platform === 'darwin'
  return [
    // macOS names and fills this one by itself, in the system's language.
    ...(isMac ? [{ role: 'appMenu' } satisfies Item] : []),
    file(options, isMac),
    edit(options),
    view(options),
    windowMenu(options.labels),
    help(options, isMac),
  ]
}

function file({ labels, ask }: MenuOptions, isMac: boolean): Item {
  return {
    label: labels.file,
    submenu: [
      { label: labels.exportSvg, accelerator: 'CmdOrCtrl+S', click: () => ask('export-svg') },
      { label: labels.exportPng, accelerator: 'CmdOrCtrl+Shift+S', click: () => ask('export-png') },
      { type: 'separator' },
      isMac ? { role: 'close', label: labels.close } : { role: 'quit', label: labels.quit },
    ],
  }
}

function edit({ labels, ask }: MenuOptions): Item {
  return {
    label: labels.edit,
    submenu: [
      { role: 'undo', label: labels.undo },
      { role: 'redo', label: labels.redo },
      { type: 'separator' },
      { role: 'cut', label: labels.cut },
      { role: 'copy', label: labels.copy },
      { role: 'paste', label: labels.paste },
      { role: 'selectAll', label: labels.selectAll },
      { type: 'separator' },
      { label: labels.copySvg, accelerator: 'CmdOrCtrl+Shift+C', click: () => ask('copy-svg') },
    ],
  }
}

function view({ labels, development, ask }: MenuOptions): Item {
  return {
    label: labels.view,
    submenu: [
      // Only shown here: the page gets the key itself, and may fill the screen because somebody pressed it.
      { label: labels.present, accelerator: 'F5', registerAccelerator: false, click: () => ask('present') },
      { label: labels.speakerNotes, click: () => ask('speaker-notes') },
      { type: 'separator' },
      { role: 'resetZoom', label: labels.actualSize },
      { role: 'zoomIn', label: labels.zoomIn },
      { role: 'zoomOut', label: labels.zoomOut },
      { type: 'separator' },
      { role: 'togglefullscreen', label: labels.fullScreen },
      { role: 'reload', label: labels.reload },
      ...(development ? [{ role: 'toggleDevTools', label: labels.developerTools } satisfies Item] : []),
    ],
  }
}

function windowMenu(labels: Labels): Item {
  return {
    role: 'window',
    label: labels.window,
    submenu: [
      { role: 'minimize', label: labels.minimize },
      { role: 'close', label: labels.close },
    ],
  }
}

function help({ labels, ask, about, openStandard }: MenuOptions, isMac: boolean): Item {
  return {
    role: 'help',
    label: labels.help,
    submenu: [
      { label: labels.shortcuts, accelerator: 'F1', click: () => ask('shortcuts') },
      { label: labels.standard, click: openStandard },
      // macOS has it in the application's own menu.
      ...(isMac ? [] : [{ type: 'separator' } satisfies Item, { label: labels.about, click: about } satisfies Item]),
    ],
  }
}
