import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { BATCH_CHANNEL, MENU_CHANNEL, OPEN_CHANNEL, commandChannel, type LabBridge } from '@shared/protocol/bridge'
import type { CommandName } from '@shared/protocol/commands'

/**
 * All that a page gets of Electron: one named method a command. No channel name, no event object and no `ipcRenderer`
 * ever reaches it. What crosses is validated by the main process and by the page's client.
 */
const ask =
  (command: CommandName) =>
  (params: unknown): Promise<unknown> =>
    ipcRenderer.invoke(commandChannel(command), params)

const hear =
  (channel: string) =>
  (listener: (message: unknown) => void): (() => void) => {
    const pass = (_event: IpcRendererEvent, message: unknown): void => listener(message)
    ipcRenderer.on(channel, pass)
    return () => void ipcRenderer.off(channel, pass)
  }

const bridge: LabBridge = {
  snapshot: ask('snapshot'),
  info: ask('info'),
  listen: ask('listen'),
  connect: ask('connect'),
  write: ask('write'),
  end: ask('end'),
  destroy: ask('destroy'),
  resetAndDestroy: ask('resetAndDestroy'),
  pause: ask('pause'),
  resume: ask('resume'),
  stop: ask('stop'),
  reset: ask('reset'),
  play: ask('play'),
  listenForOwnClient: ask('listenForOwnClient'),
  stopOwnClient: ask('stopOwnClient'),
  freezeServer: ask('freezeServer'),
  sampleCloses: ask('sampleCloses'),
  probeWire: ask('probeWire'),
  setWireMode: ask('setWireMode'),
  actOnSegment: ask('actOnSegment'),
  letInCopy: ask('letInCopy'),
  forgetCopy: ask('forgetCopy'),
  forgeSegment: ask('forgeSegment'),
  appearance: ask('appearance'),
  fullScreen: ask('fullScreen'),
  bringNotesForward: ask('bringNotesForward'),
  copy: ask('copy'),
  printHandout: ask('printHandout'),
  saveFile: ask('saveFile'),
  revealFile: ask('revealFile'),
  onBatch: hear(BATCH_CHANNEL),
  onMenu: hear(MENU_CHANNEL),
  onOpen: hear(OPEN_CHANNEL),
}

contextBridge.exposeInMainWorld('handshakeLab', bridge)
