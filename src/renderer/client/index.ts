import type { LabBridge } from '@shared/protocol/bridge'
import type { LabClient } from '@shared/protocol/client'
import { WIRE_PATH } from '@shared/protocol/wire'
import { ipcClient } from './ipc'
import { tokenlessClient } from './tokenless'
import { webSocketClient } from './web-socket'

declare global {
  interface Window {
    /** Only in the desktop app: what src/preload exposes. */
    readonly handshakeLab?: LabBridge
  }
}

/** The lab of whichever host shows this page. */
export function connectToLab(page: Window = window): LabClient {
  if (page.handshakeLab) return ipcClient(page.handshakeLab)
  const token = new URLSearchParams(page.location.hash.slice(1)).get('token')
  if (!token) return tokenlessClient()
  return webSocketClient({ url: `ws://${page.location.host}${WIRE_PATH}`, token })
}
