import { beforeAll, describe, expect, it, vi } from 'vitest'
import { BATCH_CHANNEL, MENU_CHANNEL, OPEN_CHANNEL, commandChannel } from '@shared/protocol/bridge'
import { COMMAND_NAMES } from '@shared/protocol/commands'
import { fake, ipcRenderer } from '../../contract/support/fake-electron'

vi.mock('electron', () => import('../../contract/support/fake-electron'))

type Bridge = Record<string, (...args: unknown[]) => unknown>

describe('the preload on a faked electron', () => {
  let bridge: Bridge
  beforeAll(async () => {
    fake.exposed = {}
    await import('../../../src/preload/index')
    bridge = fake.exposed['handshakeLab'] as Bridge
  })

  it('exposes named methods and nothing of Electron', () => {
    expect(Object.keys(fake.exposed)).toEqual(['handshakeLab'])
    expect(Object.keys(bridge).sort()).toEqual([...COMMAND_NAMES, 'onBatch', 'onMenu', 'onOpen'].sort())
    for (const member of Object.values(bridge)) expect(typeof member).toBe('function')
  })

  it('sends each command on its own channel, with its parameters and nothing more', async () => {
    for (const command of COMMAND_NAMES) {
      expect(await bridge[command]?.({ side: 'client' }, 'more')).toBe('answered')
      expect(fake.calls.at(-1)).toBe(`invoke ${commandChannel(command)} [{"side":"client"}]`)
    }
  })

  it.each([
    ['onBatch', BATCH_CHANNEL],
    ['onMenu', MENU_CHANNEL],
    ['onOpen', OPEN_CHANNEL],
  ])('hands %s the message alone: the event would hand it the channel to the main process', (name, channel) => {
    const heard = vi.fn()
    const off = bridge[name]?.(heard) as () => unknown
    ipcRenderer.emit(channel, { sender: ipcRenderer }, 'message')
    expect(heard.mock.calls).toEqual([['message']])
    expect(off()).toBeUndefined()
    ipcRenderer.emit(channel, { sender: ipcRenderer }, 'message')
    expect(heard).toHaveBeenCalledTimes(1)
  })
})
