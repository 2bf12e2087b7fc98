import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { commandChannel, type LabBridge } from '@shared/protocol/bridge'
import { COMMAND_NAMES } from '@shared/protocol/commands'
import { startDesktop } from '@main/desktop'
import { Lab } from '@main/lab'
import { ipcClient } from '@renderer/client/ipc'
import { buildPreload, type BuiltPreload } from './support/build-preload'
import { fake } from './support/fake-electron'
import { describeContract } from './suite'
import { spoil, type OpenTransport } from './support/transport'

vi.mock('electron', () => import('./support/fake-electron'))

let preload: BuiltPreload
let userData: string
beforeAll(async () => {
  preload = await buildPreload()
  userData = mkdtempSync(join(tmpdir(), 'handshake-lab-user-'))
})
afterAll(() => {
  preload.remove()
  rmSync(userData, { recursive: true, force: true })
})

const open: OpenTransport = async (spoiled = {}) => {
  fake.reset()
  fake.userData = userData
  const lab = new Lab()
  await startDesktop({ lab: spoil(lab, spoiled), preload: preload.file, renderer: '/nowhere' })
  const window = fake.windows.at(-1)
  if (!window) throw new Error('no window')
  const { webContents } = window
  const bridge = (): LabBridge => webContents.page?.exposed['handshakeLab'] as LabBridge
  return {
    lab,
    client: ipcClient(bridge()),
    raw: (command, params) => {
      const event = { sender: webContents, senderFrame: webContents.mainFrame }
      return fake.invoke(event, commandChannel(command as never), [params])
    },
    reload() {
      webContents.reload()
      return Promise.resolve(ipcClient(bridge()))
    },
    close: () => lab.dispose(),
  }
}

const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined)
afterAll(() => quiet.mockRestore())

describeContract('over IPC: real handlers and built preload on a faked electron that clones every message', open)

it('exposes one method a command, and the three subscriptions, on a faked electron', async () => {
  const transport = await open()
  const exposed = fake.windows[0]?.webContents.page?.exposed ?? {}
  expect(Object.keys(exposed)).toEqual(['handshakeLab'])
  expect(Object.keys(exposed['handshakeLab'] as object).sort()).toEqual(
    [...COMMAND_NAMES, 'onBatch', 'onMenu', 'onOpen'].sort(),
  )
  await transport.close()
})

it('answers no channel but those of the commands, on a faked electron', async () => {
  const transport = await open()
  expect([...fake.handlers.keys()].sort()).toEqual(COMMAND_NAMES.map(commandChannel).sort())
  await expect(transport.raw('nope', {})).rejects.toThrow('No handler registered')
  await transport.close()
})
