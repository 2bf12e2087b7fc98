import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest'
import { giveUp, startDesktop } from '@main/desktop'
import { log } from '@main/desktop/log'
import { isReachable, readPlace } from '@main/desktop/rectangle'
import { SHOW_AFTER_MS } from '@main/desktop/show'
import { Lab } from '@main/lab'
import { MENU_CHANNEL } from '@shared/protocol/bridge'
import { app, fake, nativeTheme, type BrowserWindow } from '../../contract/support/fake-electron'
import { cancelable, freshElectron, startApp } from './support'

vi.mock('electron', () => import('../../contract/support/fake-electron'))

const remember = (place: unknown) => (): void =>
  writeFileSync(join(fake.userData, 'window.json'), typeof place === 'string' ? place : JSON.stringify(place))
const NOTES = 'app://handshake-lab/index.html#notes=1b4e28ba-2fa1-11d2-883f-0016d3cca427'
const good = { x: 100, y: 50, width: 1000, height: 700, maximized: false }

describe('the window on a faked electron', () => {
  it('opens at its usual size the first time, and is shown once it can be', async () => {
    const { window } = await startApp()
    expect(window.options).toMatchObject({ width: 1280, height: 860, minWidth: 800, show: false })
    expect(window.options).not.toHaveProperty('x')
  })

  it.each(['ready-to-show', 'did-finish-load', 'did-fail-load', 'the time'])('is shown once, on %s', async (first) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const { window } = await startApp()
      const shown = (): number => fake.calls.filter((call) => call === 'show').length
      vi.advanceTimersByTime(SHOW_AFTER_MS - 1)
      expect(shown()).toBe(0)
      if (first === 'the time') vi.advanceTimersByTime(1)
      else if (first === 'ready-to-show') window.emit(first)
      else window.webContents.emit(first)
      expect(shown()).toBe(1)
      window.emit('ready-to-show')
      window.webContents.emit('did-finish-load')
      vi.advanceTimersByTime(SHOW_AFTER_MS)
      expect(shown()).toBe(1)
    } finally {
      vi.useRealTimers()
    }
  })

  it('is maximized only when it is shown, or it would flash', async () => {
    const { window } = await startApp(remember({ ...good, maximized: true }))
    expect(fake.calls).not.toContain('maximize')
    window.emit('ready-to-show')
    expect(fake.calls.slice(-2)).toEqual(['maximize', 'show'])
  })

  it('fills the screen when the page asks, and tells the page when it no longer does', async () => {
    const { window, ask } = await startApp()
    const sent = vi.spyOn(window.webContents, 'send')
    expect(await ask('fullScreen', { on: true })).toEqual({ ok: true, value: {} })
    expect(await ask('fullScreen', { on: false })).toEqual({ ok: true, value: {} })
    expect(fake.calls.filter((call) => call.startsWith('setFullScreen'))).toEqual([
      'setFullScreen true',
      'setFullScreen false',
    ])
    window.emit('leave-full-screen')
    expect(sent.mock.calls).toEqual([[MENU_CHANNEL, 'left-full-screen']])
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
    app.emit('second-instance', {}, [], '')
    // Shown too: a window that was never shown holds the lock like any other.
    expect(fake.calls.slice(-3)).toEqual(['restore', 'show', 'focus'])
  })

  it.each(['activate', 'second-instance'])(
    'opens a window again on %s, where the app has outlived its own',
    async (event) => {
      const { window } = await startApp()
      app.emit(event, {}, [], '')
      expect(fake.windows).toHaveLength(1)
      window.destroyed = true
      app.emit(event, {}, [], '')
      expect(fake.windows).toHaveLength(2)
    },
  )

  it('opens nothing before it is ready, whatever macOS says', async () => {
    freshElectron()
    const lab = new Lab()
    const starting = startDesktop({ lab, preload: '/none', renderer: '/none' })
    app.emit('activate')
    expect(fake.windows).toHaveLength(0)
    await starting.catch(() => undefined)
    expect(fake.windows).toHaveLength(1)
    await lab.dispose()
  })
})

describe('the end on a faked electron', () => {
  it('leaves no socket: the lab is closed before the app exits', async () => {
    const { ask, lab } = await startApp()
    const listening = (await ask('listen', {})) as { value: { port: number } }
    await ask('connect', {})
    await expect.poll(() => lab.snapshot().connections[0]?.phase, { timeout: 20_000 }).toBe('open')
    const event = cancelable({})
    app.emit('will-quit', event)
    expect(event.prevented).toBe(true)
    expect(fake.exitCode).toBeNull()
    await expect.poll(() => fake.exitCode, { timeout: 20_000 }).toBe(0)
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
    await expect.poll(() => fake.exitCode, { timeout: 20_000 }).toBe(0)
    await lab.dispose()
  })

  it('follows the last window, except on macOS', async () => {
    await startApp()
    app.emit('window-all-closed')
    expect(fake.calls.includes('quit')).toBe(process.platform !== 'darwin')
  })
})

describe('a page in trouble on a faked electron', () => {
  let loud: MockInstance
  beforeEach(() => {
    loud = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  })
  afterEach(() => loud.mockRestore())
  const crash = (webContents: BrowserWindow['webContents']): void =>
    void webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 139 })
  const count = (call: string): number => fake.calls.filter((made) => made === call).length
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

  it('is loaded again when the user says so, and the lab goes on', async () => {
    const { window, lab, folder } = await startApp(() => (fake.messageBoxAnswer = 0))
    const before = window.webContents.page
    crash(window.webContents)
    expect(fake.messageBox?.buttons).toEqual(['Reload', 'Close Window'])
    await expect.poll(() => window.webContents.page !== before, { timeout: 20_000 }).toBe(true)
    expect(lab.snapshot().sequence).toBeGreaterThanOrEqual(0)
    expect(readFileSync(join(folder, 'logs', 'main.log'), 'utf8')).toMatch(/The page has gone: crashed, code 139/)
  })

  it('is closed when the user says so', async () => {
    const { window } = await startApp(() => (fake.messageBoxAnswer = 1))
    crash(window.webContents)
    await expect.poll(() => count('close'), { timeout: 20_000 }).toBe(1)
    expect(count('reload')).toBe(1)
  })

  it('takes the notes with it: one process draws both', async () => {
    const { window } = await startApp()
    const notes = window.webContents.open(NOTES)
    crash(window.webContents)
    expect(notes?.destroyed).toBe(true)
    const more = window.webContents.open(NOTES)
    more?.webContents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 1 })
    expect(more?.destroyed).toBe(true)
  })

  it('is not loaded again when it keeps crashing; the log is shown instead', async () => {
    const { window, folder } = await startApp(() => (fake.messageBoxAnswer = 0))
    for (let n = 1; n <= 3; n++) {
      crash(window.webContents)
      await settled()
    }
    expect(fake.messageBox?.buttons).toEqual(['Show Log File', 'Close Window'])
    // Once at the start, and twice after a crash.
    expect(count('reload')).toBe(3)
    expect(fake.calls).toContain(`openPath ${join(folder, 'logs', 'main.log')}`)
  })

  it('that hangs is ended before it is loaded again, as nothing else ends it, and nobody is asked twice', async () => {
    const { window } = await startApp(() => (fake.messageBoxAnswer = 0))
    window.emit('unresponsive')
    await settled()
    expect(fake.messageBox?.buttons).toEqual(['Reload', 'Wait'])
    const calls = fake.calls.filter((call) => call !== 'show')
    expect(calls.slice(-2)).toEqual(['forcefullyCrashRenderer', 'reload'])
    expect(count('showMessageBox')).toBe(1)
    crash(window.webContents)
    expect(count('showMessageBox')).toBe(2)
  })

  it('asks once at a time, waits when told to, and is asked about no longer once it answers', async () => {
    const { window } = await startApp(() => (fake.messageBoxAnswer = -1))
    const before = window.webContents.page
    window.emit('unresponsive')
    window.emit('unresponsive')
    await settled()
    expect(count('showMessageBox')).toBe(1)
    window.emit('responsive')
    await settled()
    expect(fake.messageBox?.signal?.aborted).toBe(true)
    window.emit('unresponsive')
    expect(count('showMessageBox')).toBe(2)
    expect(window.webContents.page).toBe(before)
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 })
    expect(count('showMessageBox')).toBe(2)
  })

  it('that cannot be loaded is told of, and the app ends with code 1 when nobody tries again', async () => {
    const { window } = await startApp(() => (fake.messageBoxAnswer = 1))
    const fail = (code: number, isMainFrame: boolean): void =>
      void window.webContents.emit('did-fail-load', {}, code, 'ERR_FILE_NOT_FOUND', 'app://handshake-lab/', isMainFrame)
    fail(-3, true)
    fail(-6, false)
    expect(fake.messageBox).toBeNull()
    fail(-6, true)
    expect(fake.messageBox?.detail).toContain('ERR_FILE_NOT_FOUND (-6)')
    await expect.poll(() => fake.exitCode, { timeout: 20_000 }).toBe(1)
  })
})

describe('failures at the start on a faked electron', () => {
  it('keep a report of a crash on this machine, from before Electron is ready', async () => {
    await startApp()
    const started = fake.calls.indexOf('crashReporter {"uploadToServer":false}')
    expect(started).toBeGreaterThanOrEqual(0)
    expect(started).toBeLessThan(fake.calls.indexOf('ready'))
  })

  it('get words, a line in the log with the stack, and the exit code 1', () => {
    const folder = freshElectron(() => (fake.languages = ['zh-CN']))
    const loud = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    giveUp(new Error('no such scheme'))
    loud.mockRestore()
    expect(fake.exitCode).toBe(1)
    const file = join(folder, 'logs', 'main.log')
    expect(fake.errorBoxes).toEqual([`握手实验室无法运行。\nno such scheme\n\n详情请看日志文件：\n${file}`])
    expect(readFileSync(file, 'utf8')).toMatch(/^\d{4}-\S+Z The app gives up\. Error: no such scheme\n +at /)
  })

  it('of other processes are noted, and told where one cannot even be started', async () => {
    const { folder } = await startApp()
    const loud = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 5 })
    expect(fake.errorBoxes).toEqual([])
    app.emit('child-process-gone', {}, { type: 'Utility', name: 'Network', reason: 'launch-failed', exitCode: 2 })
    app.emit('child-process-gone', {}, { type: 'Utility', reason: 'clean-exit', exitCode: 0 })
    loud.mockRestore()
    expect(fake.errorBoxes).toEqual([expect.stringContaining('Network: launch-failed (2)')])
    const lines = readFileSync(join(folder, 'logs', 'main.log'), 'utf8')
      .trim()
      .split('\n')
    expect(lines.map((line) => line.replace(/^\S+ /, ''))).toEqual([
      'The GPU process has gone: crashed, code 5.',
      'The Network process has gone: launch-failed, code 2.',
    ])
  })

  it('do not fill the disk: a log that has grown large begins anew, beside the one before', () => {
    const folder = freshElectron()
    const file = join(folder, 'logs', 'main.log')
    mkdirSync(join(folder, 'logs'))
    writeFileSync(file, 'x'.repeat(1_000_001))
    const loud = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    log('One line.')
    loud.mockRestore()
    expect(readFileSync(file, 'utf8')).toMatch(/^\S+ One line\.\n$/)
    expect(existsSync(`${file}.old`)).toBe(true)
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
