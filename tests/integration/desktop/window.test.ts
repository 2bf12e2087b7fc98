import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { startDesktop } from '@main/desktop'
import { isReachable, readPlace } from '@main/desktop/rectangle'
import { Lab } from '@main/lab'
import { app, fake, nativeTheme } from '../../contract/support/fake-electron'
import { cancelable, freshElectron, startApp } from './support'

vi.mock('electron', () => import('../../contract/support/fake-electron'))

const remember = (place: unknown) => (): void =>
  writeFileSync(join(fake.userData, 'window.json'), typeof place === 'string' ? place : JSON.stringify(place))
const good = { x: 100, y: 50, width: 1000, height: 700, maximized: false }

describe('the window on a faked electron', () => {
  it('opens at its usual size the first time, and is shown once it can be', async () => {
    const { window } = await startApp()
    expect(window.options).toMatchObject({ width: 1280, height: 860, minWidth: 800, show: false })
    expect(window.options).not.toHaveProperty('x')
    expect(fake.calls).not.toContain('show')
    window.emit('ready-to-show')
    expect(fake.calls).toContain('show')
  })

  it('comes back where it was', async () => {
    const { window, folder } = await startApp()
    window.maximized = true
    window.emit('close')
    const text = readFileSync(join(folder, 'window.json'), 'utf8')
    expect(JSON.parse(text)).toEqual({ x: 10, y: 20, width: 900, height: 700, maximized: true })
    expect(readdirSync(folder).filter((name) => name.startsWith('window'))).toEqual(['window.json'])

    const again = await startApp(remember(text))
    expect(again.window.options).toMatchObject({ x: 10, y: 20, width: 900, height: 700 })
    expect(fake.calls).toContain('maximize')
  })

  it.each([
    ['half a file', '{"x":1'],
    ['another shape', []],
    ['no numbers', { ...good, x: '1' }],
    ['fractions', { ...good, width: 1000.5 }],
    ['too small', { ...good, width: 10 }],
    ['absurdly large', { ...good, width: 1e9 }],
    ['on a display that is gone', { ...good, x: 5000 }],
    ['above the display', { ...good, y: -600 }],
    ['below the display', { ...good, y: 1075 }],
  ])('forgets a remembered place that is %s', async (_what, place) => {
    const { window } = await startApp(remember(place))
    expect(window.options).toMatchObject({ width: 1280, height: 860 })
    expect(window.options).not.toHaveProperty('x')
  })

  it('takes a place on a second display, left of the first', () => {
    const areas = [
      { x: 0, y: 0, width: 1920, height: 1080 },
      { x: -1280, y: 0, width: 1280, height: 1024 },
    ]
    expect(isReachable({ x: -1200, y: 10, width: 900, height: 700 }, areas)).toBe(true)
    expect(isReachable({ x: -2100, y: 10, width: 900, height: 700 }, areas)).toBe(false)
    expect(readPlace('{"x":-1200,"y":10,"width":900,"height":700}')).toMatchObject({ x: -1200, maximized: false })
  })

  it('closes all the same where its place cannot be written', async () => {
    const { window } = await startApp()
    fake.userData = '/no/such/folder'
    const loud = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    expect(() => window.emit('close')).not.toThrow()
    loud.mockRestore()
  })
})

describe('one app at a time on a faked electron', () => {
  it('leaves a second instance no window, no scheme and no command', async () => {
    freshElectron(() => (fake.lock = false))
    const lab = new Lab()
    await startDesktop({ lab, preload: '/none', renderer: '/none' })
    expect(fake.calls).toEqual(['quit'])
    expect([fake.windows.length, fake.schemes.size, fake.handlers.size]).toEqual([0, 0, 0])
    await lab.dispose()
  })

  it('brings the first window forward', async () => {
    const { window } = await startApp()
    window.minimized = true
    app.emit('second-instance')
    expect(fake.calls.slice(-2)).toEqual(['restore', 'focus'])
  })

  it('opens a window again on macOS, where an app outlives its windows', async () => {
    const { window } = await startApp()
    app.emit('activate')
    expect(fake.windows).toHaveLength(1)
    window.destroyed = true
    app.emit('activate')
    expect(fake.windows).toHaveLength(2)
  })
})

describe('the end on a faked electron', () => {
  it('leaves no socket: the lab is closed before the app exits', async () => {
    const { ask, lab } = await startApp()
    const listening = (await ask('listen', {})) as { value: { port: number } }
    await ask('connect', {})
    await expect.poll(() => lab.snapshot().connections[0]?.phase, { timeout: 5000 }).toBe('open')
    const event = cancelable({})
    app.emit('will-quit', event)
    expect(event.prevented).toBe(true)
    expect(fake.exitCode).toBeNull()
    await expect.poll(() => fake.exitCode, { timeout: 5000 }).toBe(0)
    expect(lab.snapshot()).toMatchObject({ listener: null, connections: [{ phase: 'closed' }] })
    await expect(reach(listening.value.port)).rejects.toThrow(/ECONNREFUSED/)
  })

  it('comes even when the lab cannot be closed', async () => {
    freshElectron()
    const lab = new Lab()
    const stuck = {
      handlers: lab.handlers,
      subscribe: lab.subscribe.bind(lab),
      dispose: () => new Promise<void>(() => undefined),
    }
    const folder = fake.userData
    await startDesktop({ lab: stuck, preload: join(folder, 'preload.cjs'), renderer: folder })
    app.emit('will-quit', cancelable({}))
    await expect.poll(() => fake.exitCode, { timeout: 5000 }).toBe(0)
    await lab.dispose()
  })

  it('follows the last window, except on macOS', async () => {
    await startApp()
    app.emit('window-all-closed')
    expect(fake.calls.includes('quit')).toBe(process.platform !== 'darwin')
  })
})

describe('a page in trouble on a faked electron', () => {
  it('is loaded again when the user says so, and the lab goes on', async () => {
    const { window, lab } = await startApp(() => (fake.messageBoxAnswer = 0))
    const loud = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const before = window.webContents.page
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 139 })
    await expect.poll(() => window.webContents.page !== before, { timeout: 5000 }).toBe(true)
    expect(lab.snapshot().sequence).toBeGreaterThanOrEqual(0)
    loud.mockRestore()
  })

  it('asks once at a time, and waits when told to', async () => {
    const { window } = await startApp()
    const before = window.webContents.page
    window.emit('unresponsive')
    window.emit('unresponsive')
    await new Promise((resolve) => setImmediate(resolve))
    expect(fake.calls.filter((call) => call === 'showMessageBox')).toHaveLength(1)
    expect(window.webContents.page).toBe(before)
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 })
    expect(fake.calls.filter((call) => call === 'showMessageBox')).toHaveLength(1)
  })
})

describe('appearance on a faked electron', () => {
  it('follows the page: theme for native dialogs, language for the menu', async () => {
    const { ask } = await startApp()
    expect(nativeTheme.themeSource).toBe('system')
    expect(await ask('appearance', { language: 'zh-CN', theme: 'dark' })).toEqual({ ok: true, value: {} })
    expect(nativeTheme.themeSource).toBe('dark')
    expect(JSON.stringify(fake.menu)).toContain('导出 SVG')
  })

  it('starts in the first of the system languages that it speaks', async () => {
    await startApp(() => (fake.languages = ['fr-FR', 'zh-Hans-CN', 'en-US']))
    expect(JSON.stringify(fake.menu)).toContain('导出 SVG')
    await startApp(() => (fake.languages = ['fr-FR']))
    expect(JSON.stringify(fake.menu)).toContain('Export SVG')
    expect(existsSync(join(fake.userData, 'window.json'))).toBe(false)
  })
})

const reach = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve()
    })
    socket.on('error', reject)
  })
