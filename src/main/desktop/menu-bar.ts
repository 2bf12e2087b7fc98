import { Menu, app, shell, type BrowserWindow } from 'electron'
import { MENU_CHANNEL } from '@shared/protocol/bridge'
import type { MenuAction } from '@shared/protocol/menu'
import type { Language } from '@shared/text'
import { labels } from './labels'
import { menuTemplate } from './menu'

const STANDARD = 'https://www.rfc-editor.org/rfc/rfc9293'

/** Puts the application menu and the about box into a language. */
export function showMenu(language: Language, window: () => BrowserWindow | null): void {
  const texts = labels(language)
  app.setAboutPanelOptions({
    applicationName: 'Handshake Lab',
    applicationVersion: app.getVersion(),
    copyright: 'MIT',
    credits: texts.aboutText,
  })
  const template = menuTemplate({
    labels: texts,
    platform: process.platform,
    development: !app.isPackaged,
    ask: (action: MenuAction) => window()?.webContents.send(MENU_CHANNEL, action),
    about: () => app.showAboutPanel(),
    openStandard: () => void shell.openExternal(STANDARD),
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
