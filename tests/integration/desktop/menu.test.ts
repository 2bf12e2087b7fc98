import { describe, expect, it, vi } from 'vitest'
import { labels } from '@main/desktop/labels'
import { menuTemplate } from '@main/desktop/menu'
import { MENU_CHANNEL } from '@shared/protocol/bridge'
import { MENU_ACTIONS } from '@shared/protocol/menu'
import { fake } from '../../contract/support/fake-electron'
import { startApp } from './support'

vi.mock('electron', () => import('../../contract/support/fake-electron'))

interface Item {
  role?: string
  label?: string
  accelerator?: string
  click?: () => void
  submenu?: Item[]
}
const flat = (items: Item[]): Item[] => items.flatMap((item) => [item, ...flat(item.submenu ?? [])])
const template = (platform: NodeJS.Platform, development = false, language: 'en' | 'zh-CN' = 'en'): Item[] =>
  flat(
    menuTemplate({
      labels: labels(language),
      platform,
      development,
      ask: () => undefined,
      about: () => undefined,
      openStandard: () => undefined,
    }) as Item[],
  )

describe('the application menu', () => {
  it.each(['linux', 'win32', 'darwin'] as const)('has the standard roles on %s', (platform) => {
    const roles = template(platform).map(({ role }) => role)
    const standard = ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'resetZoom', 'zoomIn', 'zoomOut']
    expect(roles).toEqual(
      expect.arrayContaining([...standard, 'togglefullscreen', 'reload', 'minimize', 'close', 'help']),
    )
    expect(roles).toContain(platform === 'darwin' ? 'appMenu' : 'quit')
  })

  it('has the developer tools only in development', () => {
    const has = (development: boolean): boolean =>
      template('linux', development).some(({ role }) => role === 'toggleDevTools')
    expect([has(true), has(false)]).toEqual([true, false])
  })

  it('gives no two items the same accelerator', () => {
    const keys = template('linux').flatMap(({ accelerator }) => accelerator ?? [])
    expect(keys).toContain('CmdOrCtrl+S')
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('speaks both languages, every label of it', () => {
    const en = template('linux').map(({ label }) => label)
    const zh = template('linux', false, 'zh-CN').map(({ label }) => label)
    expect(zh).toHaveLength(en.length)
    for (const [n, label] of zh.entries()) if (label !== undefined) expect(label).not.toBe(en[n])
    expect(Object.keys(labels('zh-CN'))).toEqual(Object.keys(labels('en')))
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
  })
})
