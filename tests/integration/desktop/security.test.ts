import { readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { isOurs } from '@main/desktop/address'
import { resolveFile } from '@main/desktop/files'
import { commandChannel } from '@shared/protocol/bridge'
import { COMMAND_NAMES } from '@shared/protocol/commands'
import { WebContents, app, fake, type InvokeEvent } from '../../contract/support/fake-electron'
import { cancelable, startApp } from './support'

vi.mock('electron', () => import('../../contract/support/fake-electron'))

describe('the desktop host on a faked electron that clones every message: the page', () => {
  it('runs isolated, sandboxed and without Node', async () => {
    const { window, folder } = await startApp()
    // Exactly these: a feature that is switched on, such as `enableBlinkFeatures`, would be one more.
    expect(window.options.webPreferences).toEqual({
      preload: join(folder, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    })
    expect(fake.calls.indexOf('enableSandbox')).toBeGreaterThanOrEqual(0)
    expect(fake.calls.indexOf('enableSandbox')).toBeLessThan(fake.calls.indexOf('ready'))
  })

  it('runs without the sandbox only where a person gives --no-sandbox, which enableSandbox would undo', async () => {
    const loud = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { window, folder } = await startApp(() => (fake.switches = ['no-sandbox']))
    loud.mockRestore()
    expect(fake.calls).not.toContain('enableSandbox')
    expect(window.options.webPreferences).toMatchObject({ sandbox: true, contextIsolation: true })
    expect(readFileSync(join(folder, 'logs', 'main.log'), 'utf8')).toMatch(/without the sandbox, as --no-sandbox asks/)
  })

  it('comes from app:, a secure scheme that may not bypass its policy', async () => {
    const { window } = await startApp()
    expect(window.webContents.mainFrame.url).toBe('app://handshake-lab/index.html')
    expect(fake.privileged).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ])
  })

  it('is served under a policy that starts from nothing', async () => {
    await startApp()
    const answer = fake.schemes.get('app')
    for (const path of ['', 'index.html', 'assets/a.js', 'no-such-file.html']) {
      const response = await answer?.({ url: `app://handshake-lab/${path}` })
      const policy = response?.headers.get('content-security-policy') ?? ''
      expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/)
      expect(policy).toMatch(/; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/)
      expect(policy).not.toMatch(/unsafe|\*|http|ws:/)
      expect(response?.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response?.headers.get('referrer-policy')).toBe('no-referrer')
      expect(response?.headers.get('cross-origin-opener-policy')).toBe('same-origin')
    }
    const page = await answer?.({ url: 'app://handshake-lab/' })
    expect(page?.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await page?.text()).toBe('<title>page</title>')
  })

  it.each([
    'app://handshake-lab/../secret.html',
    'app://handshake-lab/..%2fsecret.html',
    'app://handshake-lab/assets/%2e%2e/..%2fsecret.html',
    'app://handshake-lab/%2fetc/passwd',
    'app://handshake-lab/%00.html',
    'app://handshake-lab/%',
    'app://handshake-lab/notes.txt',
    'app://elsewhere/index.html',
    'file:///etc/passwd',
    'not an address',
  ])('gets nothing from %s', async (url) => {
    await startApp()
    const response = await fake.schemes.get('app')?.({ url })
    expect(response?.status).toBe(404)
    expect(await response?.text()).not.toContain('secret')
  })

  it('never names a file outside its folder, whatever the address', () => {
    for (const path of ['..', '../x', '..%5cx', 'a/../../x', '%2e%2e%2fx', '....//x', 'C:%5cx']) {
      const folder = join('/srv', 'page')
      const file = resolveFile(folder, `app://handshake-lab/${path}`)
      if (file !== null) expect(file.startsWith(`${folder}${sep}`), file).toBe(true)
    }
  })
})

describe('the desktop host on a faked electron that clones every message: leaving the app', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('stops %s to anywhere else', async (name) => {
    const { window } = await startApp()
    const go = (url: string, isMainFrame = true): boolean => {
      const event = cancelable({ url, isMainFrame })
      window.webContents.emit(name, event)
      return !event.prevented
    }
    for (const url of [
      'https://evil.example/',
      'file:///etc/passwd',
      'app://evil/',
      'data:text/html,x',
      'javascript:1',
    ]) {
      expect(go(url), url).toBe(false)
    }
    expect(go('app://handshake-lab/index.html')).toBe(true)
    if (name === 'will-frame-navigate') expect(go('app://handshake-lab/index.html', false)).toBe(false)
  })

  it('opens no window; only a citation of the standard goes to the system browser', async () => {
    const { window } = await startApp()
    const open = (url: string): unknown => window.webContents.openHandler?.({ url })
    const outside = [
      'https://evil.example/',
      'https://www.rfc-editor.org.evil.example/',
      'http://www.rfc-editor.org/',
      'file:///bin/sh',
    ]
    for (const url of outside) expect(open(url)).toEqual({ action: 'deny' })
    expect(fake.openedOutside).toEqual([])
    expect(open('https://www.rfc-editor.org/rfc/rfc9293')).toEqual({ action: 'deny' })
    expect(fake.openedOutside).toEqual(['https://www.rfc-editor.org/rfc/rfc9293'])
  })

  it('embeds no other page', async () => {
    const { window } = await startApp()
    const event = cancelable({})
    window.webContents.emit('will-attach-webview', event)
    expect(event.prevented).toBe(true)
  })

  it('confines every web contents there will ever be', async () => {
    const { window } = await startApp()
    const later = new WebContents(window.options.webPreferences?.preload ?? null)
    app.emit('web-contents-created', {}, later)
    const event = cancelable({ url: 'https://evil.example/' })
    later.emit('will-navigate', event)
    expect(event.prevented).toBe(true)
    expect(later.openHandler?.({ url: 'https://evil.example/' })).toEqual({ action: 'deny' })
  })

  it('lets our own top frame keep the screen on and write to the clipboard; no other permission, device or capture', async () => {
    await startApp()
    const { request, check, device, display } = fake.permissions as Record<string, (...args: unknown[]) => unknown>
    const granted = (permission: string, requestingUrl: string, isMainFrame: boolean): unknown[] => {
      const answer = vi.fn()
      request?.({}, permission, answer, { requestingUrl, isMainFrame })
      return [answer.mock.calls[0]?.[0], check?.(null, permission, requestingUrl, { isMainFrame })]
    }
    const ours = 'app://handshake-lab/index.html'
    for (const permission of [
      'media',
      'notifications',
      'geolocation',
      'clipboard-read',
      'fullscreen',
      'openExternal',
      'unknown',
    ]) {
      expect(granted(permission, ours, true), permission).toEqual([false, false])
    }
    for (const permission of ['screen-wake-lock', 'clipboard-sanitized-write']) {
      expect(granted(permission, ours, true), permission).toEqual([true, true])
      expect(granted(permission, ours, false), permission).toEqual([false, false])
      expect(granted(permission, 'https://evil.example/', true), permission).toEqual([false, false])
    }
    expect(device?.({ deviceType: 'usb' })).toBe(false)
    const streams = vi.fn()
    display?.({}, streams)
    expect(streams.mock.calls).toEqual([[null]])
  })
})

describe('the desktop host on a faked electron that clones every message: the speaker notes', () => {
  const NOTES = 'app://handshake-lab/index.html#notes=1b4e28ba-2fa1-11d2-883f-0016d3cca427'
  const OTHER = 'app://handshake-lab/index.html#notes=7d444840-9dc0-11d1-b245-5ffdce74fad2'

  it('get a window that is as isolated as the page, has no preload, and goes with its opener', async () => {
    const { window } = await startApp()
    const answer = window.webContents.openHandler?.({ url: NOTES })
    expect(answer).toMatchObject({ action: 'allow', outlivesOpener: false })
    const { preload, ...page } = window.options.webPreferences ?? {}
    expect(preload).toBeDefined()
    expect(answer?.overrideBrowserWindowOptions?.webPreferences).toEqual(page)
  })

  it.each([
    'app://handshake-lab/index.html',
    'app://handshake-lab/index.html#notes=',
    'app://handshake-lab/index.html#token=1b4e28ba-2fa1-11d2',
    'app://handshake-lab/index.html?x=1#notes=1b4e28ba-2fa1-11d2',
    'app://handshake-lab/assets/a.js#notes=1b4e28ba-2fa1-11d2',
    'app://evil/index.html#notes=1b4e28ba-2fa1-11d2',
    'https://handshake-lab/index.html#notes=1b4e28ba-2fa1-11d2',
    'about:blank',
    '',
  ])('are no excuse to open %s', async (url) => {
    const { window } = await startApp()
    expect(window.webContents.openHandler?.({ url })).toEqual({ action: 'deny' })
    expect(fake.openedOutside).toEqual([])
  })

  it('are one window: asked for again they come forward, and a page loaded anew replaces them', async () => {
    const { window } = await startApp()
    const first = window.webContents.open(NOTES)
    expect(window.webContents.open(NOTES)).toBeNull()
    expect(fake.calls.slice(-2)).toEqual(['show', 'focus'])
    const second = window.webContents.open(OTHER)
    expect([first?.destroyed, second?.destroyed]).toEqual([true, false])
    expect(fake.windows.filter(({ destroyed }) => !destroyed)).toHaveLength(2)
  })

  it('come forward when the page asks the host, as no page can do that itself', async () => {
    const { window, ask } = await startApp()
    const before = fake.calls.length
    expect(await ask('bringNotesForward', {})).toEqual({ ok: true, value: {} })
    expect(fake.calls.slice(before)).toEqual([])
    const notes = window.webContents.open(NOTES)
    if (!notes) throw new Error('the notes did not open')
    notes.minimized = true
    await ask('bringNotesForward', {})
    expect(fake.calls.slice(-3)).toEqual(['restore', 'show', 'focus'])
  })

  it('cannot go anywhere, not even into the app, and open no window themselves', async () => {
    const { window } = await startApp()
    const notes = window.webContents.open(NOTES)
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      for (const url of ['app://handshake-lab/index.html', OTHER, 'https://evil.example/', 'file:///etc/passwd']) {
        const event = cancelable({ url, isMainFrame: true })
        notes?.webContents.emit(name, event)
        expect(event.prevented, `${name} ${url}`).toBe(true)
      }
      const own = cancelable({ url: NOTES, isMainFrame: true })
      notes?.webContents.emit(name, own)
      expect(own.prevented).toBe(false)
    }
    for (const url of [NOTES, OTHER, 'https://evil.example/']) expect(notes?.webContents.open(url), url).toBeNull()
  })

  it('may ask the lab nothing, and hear nothing of it', async () => {
    const { window, ask } = await startApp()
    const notes = window.webContents.open(NOTES)
    if (!notes) throw new Error('the notes did not open')
    const heard = vi.spyOn(notes.webContents, 'send')
    const loud = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const event = { sender: notes.webContents, senderFrame: notes.webContents.mainFrame }
    for (const command of COMMAND_NAMES) {
      expect(await fake.invoke(event, commandChannel(command), [{}])).toMatchObject({ error: { code: 'forbidden' } })
    }
    loud.mockRestore()
    expect(await ask('listen', {})).toMatchObject({ ok: true })
    expect(heard).not.toHaveBeenCalled()
  })
})

describe('the desktop host on a faked electron that clones every message: who may ask', () => {
  const answers = async (event: InvokeEvent): Promise<unknown[]> => {
    const loud = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const all: unknown[] = []
    for (const command of COMMAND_NAMES) all.push(await fake.invoke(event, commandChannel(command), [{}]))
    expect(loud).toHaveBeenCalledTimes(COMMAND_NAMES.length)
    loud.mockRestore()
    return all
  }
  const refused = COMMAND_NAMES.map((command) => ({
    ok: false,
    error: { code: 'forbidden', message: expect.any(String), params: { command } },
  }))

  it('answers the top frame of the window', async () => {
    const { ask } = await startApp()
    expect(await ask('info', {})).toMatchObject({
      ok: true,
      value: { host: 'desktop', version: '9.9.9', locale: 'en-GB' },
    })
  })

  it('refuses, loudly, every command of an embedded frame, even one of our own address', async () => {
    const { window } = await startApp()
    const { webContents } = window
    const frame = { url: 'app://handshake-lab/index.html', parent: webContents.mainFrame }
    expect(await answers({ sender: webContents, senderFrame: frame })).toEqual(refused)
  })

  it('refuses, loudly, every command of a page from elsewhere', async () => {
    const { window } = await startApp()
    const { webContents } = window
    webContents.mainFrame.url = 'https://evil.example/index.html'
    expect(await answers({ sender: webContents, senderFrame: webContents.mainFrame })).toEqual(refused)
  })

  it('refuses, loudly, every command of another window', async () => {
    const { window } = await startApp()
    const other = new WebContents(window.options.webPreferences?.preload ?? null)
    other.mainFrame.url = 'app://handshake-lab/index.html'
    expect(await answers({ sender: other, senderFrame: other.mainFrame })).toEqual(refused)
  })

  it('refuses, loudly, every command of a frame that is gone', async () => {
    const { window } = await startApp()
    expect(await answers({ sender: window.webContents, senderFrame: null })).toEqual(refused)
  })

  it('refuses, loudly, every command once the window is gone', async () => {
    const { window } = await startApp()
    window.destroyed = true
    const { webContents } = window
    expect(await answers({ sender: webContents, senderFrame: webContents.mainFrame })).toEqual(refused)
  })

  it('takes only its own scheme and host for its own', () => {
    expect(['app://handshake-lab/', 'app://handshake-lab/a?b#c'].every(isOurs)).toBe(true)
    for (const address of [
      'app://handshake-lab.evil/',
      'app://x@handshake-lab.evil/',
      'apps://handshake-lab/',
      'app:handshake-lab',
      '',
    ]) {
      expect(isOurs(address), address).toBe(false)
    }
  })
})
