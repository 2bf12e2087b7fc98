import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { labels } from '@main/desktop/labels'
import { menuTemplate, type MenuOptions } from '@main/desktop/menu'
import { MENU_CHANNEL } from '@shared/protocol/bridge'
import { MENU_ACTIONS } from '@shared/protocol/menu'
import { APP_ID } from '../../../scripts/package/identity.mjs'
import { app, fake } from '../../contract/support/fake-electron'
import { startApp } from './support'

vi.mock('electron', () => import('../../contract/support/fake-electron'))

interface Item {
  role?: string
  label?: string
  accelerator?: string
  visible?: boolean
  click?: () => void
  submenu?: Item[]
}
const flat = (items: Item[]): Item[] => items.flatMap((item) => [item, ...flat(item.submenu ?? [])])
const nothing = (): void => undefined
const template = (platform: NodeJS.Platform, options: Partial<MenuOptions> = {}): Item[] =>
  flat(
    menuTemplate({
      labels: labels('en'),
      platform,
      development: false,
      recent: [],
      ask: nothing,
      openFile: nothing,
      openRecent: nothing,
      clearRecent: nothing,
      about: nothing,
      licences: nothing,
      updates: null,
      openStandard: nothing,
      ...options,
    }) as Item[],
  )
const find = (label: string): Item => {
  const found = flat(fake.menu as Item[]).find((item) => item.label === label)
  if (!found) throw new Error(`no "${label}" in the menu`)
  return found
}

describe('the application menu', () => {
  it('leads to new versions where there is anything to look at', () => {
    const has = (updates: (() => void) | null): boolean =>
      template('linux', { updates }).some(({ label }) => label === labels('en').updates)
    expect([has(nothing), has(null)]).toEqual([true, false])
  })

  it.each(['linux', 'win32', 'darwin'] as const)('has the standard roles on %s', (platform) => {
    const roles = template(platform).map(({ role }) => role)
    const standard = ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'resetZoom', 'zoomIn', 'zoomOut']
    expect(roles).toEqual(
      expect.arrayContaining([...standard, 'togglefullscreen', 'reload', 'minimize', 'close', 'help', 'window']),
    )
    const mac = ['about', 'services', 'hide', 'hideOthers', 'unhide', 'zoom', 'front', 'recentDocuments']
    for (const role of mac) expect(roles.includes(role), role).toBe(platform === 'darwin')
    expect(roles.filter((role) => role === 'quit')).toHaveLength(1)
    expect(roles.filter((role) => role === 'close')).toHaveLength(1)
  })

  it('has the developer tools only in development', async () => {
    const has = (items: Item[]): boolean => items.some(({ role }) => role === 'toggleDevTools')
    expect([true, false].map((development) => has(template('linux', { development })))).toEqual([true, false])
    await startApp()
    expect(has(flat(fake.menu as Item[]))).toBe(true)
    await startApp(() => (app.isPackaged = true))
    expect(has(flat(fake.menu as Item[]))).toBe(false)
  })

  it('gives no two items the same accelerator, and takes = for + as keyboards have it', () => {
    const keys = template('linux').flatMap(({ accelerator }) => accelerator ?? [])
    expect(keys).toContain('CmdOrCtrl+S')
    expect(new Set(keys).size).toBe(keys.length)
    const equals = template('linux').find(({ accelerator }) => accelerator === 'CmdOrCtrl+=')
    expect(equals).toMatchObject({ role: 'zoomIn', visible: false })
  })

  it.each(['linux', 'darwin'] as const)('speaks the reader’s language on %s, every label of it', (platform) => {
    const en = template(platform)
    const zh = template(platform, { labels: labels('zh-CN') })
    expect(zh).toHaveLength(en.length)
    for (const [n, { label }] of zh.entries()) {
      if (label !== undefined && label !== 'Handshake Lab') expect(label).not.toBe(en[n]?.label)
    }
    // Whatever has a role has a label of ours, or the system's language would stand among it.
    for (const { role, label } of en) if (role !== undefined) expect(label, role).toBeDefined()
  })

  it('lists the files opened before, an ampersand as itself', () => {
    const opened: string[] = []
    const items = template('linux', { recent: ['/a/R&D.json'], openRecent: (path) => void opened.push(path) })
    items.find(({ label }) => label === 'R&&D.json')?.click?.()
    expect(opened).toEqual(['/a/R&D.json'])
  })

  it('asks the page for every action there is, and does the rest itself, on a faked electron', async () => {
    const { window } = await startApp()
    const sent: unknown[] = []
    window.webContents.send = (channel: string, message: unknown): void => void sent.push([channel, message])
    for (const { click } of flat(fake.menu as Item[])) click?.()
    const chosen = MENU_ACTIONS.filter((action) => action !== 'left-full-screen')
    expect(sent.sort()).toEqual(chosen.map((action) => [MENU_CHANNEL, action]).sort())
    expect(fake.openedOutside).toEqual(['https://www.rfc-editor.org/rfc/rfc9293'])
    expect(fake.calls.includes('showAboutPanel')).toBe(process.platform !== 'darwin')
    expect(fake.about).toMatchObject({ applicationName: 'Handshake Lab', applicationVersion: '9.9.9' })
    expect(JSON.stringify(fake.about)).toContain('MIT licence')
  })

  it('shows the licences of what the app is made of, which no other program could read in the archive', async () => {
    const { folder } = await startApp()
    mkdirSync(join(folder, 'app'))
    writeFileSync(join(folder, 'app', 'THIRD-PARTY-NOTICES.txt'), 'Vue: MIT')
    find('Licences').click?.()
    await expect
      .poll(() => fake.calls, { timeout: 20_000 })
      .toContain(`openPath ${join(folder, 'THIRD-PARTY-NOTICES.txt')}`)
  })

  it('says where the licences are when it was started from the sources', async () => {
    await startApp()
    const loud = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    find('Licences').click?.()
    await expect.poll(() => fake.messageBox?.detail, { timeout: 20_000 }).toMatch(/MIT licence/)
    loud.mockRestore()
  })

  it('belongs to an app that Windows knows by the name of the installed one', async () => {
    await startApp()
    expect(fake.calls).toContain(`setAppUserModelId ${APP_ID}`)
  })
})

describe('the menu of the right mouse button, on a faked electron', () => {
  const NOTES = 'app://handshake-lab/index.html#notes=1b4e28ba-2fa1-11d2-883f-0016d3cca427'
  const shown = (): (string | undefined)[] =>
    ((fake.popups.at(-1) ?? []) as Item[]).map(({ role, label }) => role ?? label)

  it('offers what can be done with the text under it, and with the diagram', async () => {
    const { window } = await startApp()
    const press = (isEditable: boolean, selectionText: string): void =>
      void window.webContents.emit('context-menu', {}, { isEditable, selectionText })
    press(true, '')
    expect(shown()).toEqual(['cut', 'copy', 'paste', 'selectAll'])
    press(false, 'SYN')
    expect(shown()).toEqual(['copy', undefined, 'Copy Diagram as Picture', 'Copy Diagram as SVG'])
    press(false, ' ')
    expect(shown()).toEqual(['Copy Diagram as Picture', 'Copy Diagram as SVG'])
    const sent = vi.spyOn(window.webContents, 'send')
    ;(fake.popups.at(-1) as Item[])[0]?.click?.()
    expect(sent.mock.calls).toEqual([[MENU_CHANNEL, 'copy-png']])
  })

  it('offers the notes no diagram, which they have not', async () => {
    const { window } = await startApp()
    const notes = window.webContents.open(NOTES)
    notes?.webContents.emit('context-menu', {}, { isEditable: false, selectionText: '' })
    expect(fake.popups).toEqual([])
    notes?.webContents.emit('context-menu', {}, { isEditable: false, selectionText: 'SYN' })
    expect(shown()).toEqual(['copy'])
  })

  it('zooms the notes and the page apart', async () => {
    const { window } = await startApp()
    window.webContents.open(NOTES)
    expect(fake.calls.filter((call) => call === 'setZoomMode isolated')).toHaveLength(2)
  })
})
