import electronUpdater from 'electron-updater'
import type { Updater } from './updates'

/** electron-updater, which downloads nothing before somebody says so (its documentation, `autoDownload`). */
export function signedUpdater(): Updater {
  const { autoUpdater } = electronUpdater
  autoUpdater.autoDownload = false
  autoUpdater.autoInstallOnAppQuit = true
  return {
    async newest() {
      const found = await autoUpdater.checkForUpdates()
      return found?.isUpdateAvailable ? found.updateInfo.version : null
    },
    async download() {
      await autoUpdater.downloadUpdate()
    },
  }
}
