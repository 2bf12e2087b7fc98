import type { BrowserWindow, IpcMainInvokeEvent } from 'electron'
import { isOurs } from './address'

type Sender = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>

/**
 * Why a message is not from our page; null where it is. Only the top frame of our one window, showing an address of
 * ours, may ask anything (Electron documentation, "Security", 17: validate the sender of all IPC messages).
 */
export function whyForeign({ sender, senderFrame }: Sender, window: BrowserWindow | null): string | null {
  if (!window || window.isDestroyed() || sender !== window.webContents) return 'it is not from the window'
  if (!senderFrame) return 'its frame is gone'
  if (senderFrame.parent !== null) return 'it is from an embedded frame'
  return isOurs(senderFrame.url) ? null : `it is from ${senderFrame.url}`
}
