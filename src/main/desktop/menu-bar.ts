import { Menu, app, shell } from 'electron'
import type { Labels } from './labels'
import { showLicences } from './licences'
import { menuTemplate, type MenuOptions } from './menu'
import { canUpdate, lookForUpdate } from './updates'

const STANDARD = 'https://www.rfc-editor.org/rfc/rfc9293'

/** Puts the application menu and the about box into a language. */
export function showMenu(
  labels: Labels,
  choices: Pick<MenuOptions, 'recent' | 'ask' | 'openFile' | 'openRecent' | 'clearRecent'>,
): void {
  app.setAboutPanelOptions({
    applicationName: 'Handshake Lab',
    applicationVersion: app.getVersion(),
    copyright: labels.aboutLicence,
    credits: labels.aboutText,
  })
  const template = menuTemplate({
    ...choices,
    labels,
    platform: process.platform,
    development: !app.isPackaged,
    about: () => app.showAboutPanel(),
    licences: () => void showLicences(labels),
    updates: updates(labels),
    openStandard: () => void shell.openExternal(STANDARD),
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

/** A start from the sources is brought up to date by git. */
function updates(labels: Labels): MenuOptions['updates'] {
  if (!app.isPackaged) return null
  const place = { folder: app.getAppPath(), resources: process.resourcesPath }
  return canUpdate(place) ? () => void lookForUpdate({ labels, ...place }) : null
}
