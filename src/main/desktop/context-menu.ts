import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron'
import type { MenuAction } from '@shared/protocol/menu'
import type { Labels } from './labels'

/**
 * Gives a window the menu of the right mouse button: what can be done with the text under it, and, where there is a page to
 * ask, copying the diagram.
 */
export function offerContextMenu(
  window: BrowserWindow,
  labels: () => Labels,
  ask: ((action: MenuAction) => void) | null,
): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText }) => {
    const { cut, copy, paste, selectAll, copyPng, copySvg } = labels()
    const text: MenuItemConstructorOptions[] = isEditable
      ? [
          { role: 'cut', label: cut },
          { role: 'copy', label: copy },
          { role: 'paste', label: paste },
          { role: 'selectAll', label: selectAll },
        ]
      : selectionText.trim() === ''
        ? []
        : [{ role: 'copy', label: copy }]
    const picture: MenuItemConstructorOptions[] =
      ask === null || isEditable
        ? []
        : [
            { label: copyPng, click: () => ask('copy-png') },
            { label: copySvg, click: () => ask('copy-svg') },
          ]
    const items = [
      ...text,
      ...(text.length > 0 && picture.length > 0 ? [{ type: 'separator' } as const] : []),
      ...picture,
    ]
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window })
  })
}
