import { closeSync, existsSync, openSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { fake } from '../../contract/support/fake-electron'
import { startApp } from './support'

vi.mock('electron', () => import('../../contract/support/fake-electron'))

const svg = { name: '握手 2026.svg', mime: 'image/svg+xml', encoding: 'utf8', data: '<svg>握手</svg>' }

describe('saving on a faked electron that clones every message', () => {
  it('writes text as UTF-8 where the user says', async () => {
    const { ask, folder } = await startApp()
    fake.saveDialog = { canceled: false, filePath: join(folder, 'chosen.svg') }
    expect(await ask('saveFile', svg)).toEqual({ ok: true, value: { path: fake.saveDialog.filePath } })
    expect(readFileSync(fake.saveDialog.filePath, 'utf8')).toBe('<svg>握手</svg>')
    expect(fake.saveDialogOptions).toEqual({
      defaultPath: join('/downloads', '握手 2026.svg'),
      buttonLabel: 'Save',
      properties: ['showOverwriteConfirmation', 'createDirectory'],
      filters: [{ name: 'SVG', extensions: ['svg'] }],
    })
  })

  it('writes bytes that came as base64', async () => {
    const { ask, folder } = await startApp()
    const bytes = Buffer.from([0, 137, 80, 78, 71, 255])
    fake.saveDialog = { canceled: false, filePath: join(folder, 'a.png') }
    await ask('saveFile', { name: 'a.png', mime: 'image/png', encoding: 'base64', data: bytes.toString('base64') })
    expect(readFileSync(fake.saveDialog.filePath)).toEqual(bytes)
  })

  it('proposes no name that leads to another folder', async () => {
    const { ask } = await startApp()
    for (const name of ['../../.bashrc', '/etc/passwd', 'C:\\boot.ini', 'a\u0000b.svg']) {
      await ask('saveFile', { ...svg, name })
      const { defaultPath } = fake.saveDialogOptions as { defaultPath: string }
      expect(dirname(defaultPath)).toBe(join('/downloads'))
      expect(basename(defaultPath)).toMatch(/^[^/\\:\0]+$/)
    }
  })

  it('writes nothing when the dialog is dismissed', async () => {
    const { ask, folder } = await startApp()
    fake.saveDialog = { canceled: true, filePath: join(folder, 'no.svg') }
    expect(await ask('saveFile', svg)).toEqual({ ok: true, value: { path: null } })
    expect(existsSync(fake.saveDialog.filePath)).toBe(false)
  })

  it('writes whole or not at all: what was there is replaced in one step', async () => {
    const { ask, folder } = await startApp()
    const filePath = join(folder, 'chosen.svg')
    writeFileSync(filePath, 'old')
    const reader = openSync(filePath, 'r')
    fake.saveDialog = { canceled: false, filePath }
    await ask('saveFile', svg)
    expect(readFileSync(filePath, 'utf8')).toBe('<svg>握手</svg>')
    if (process.platform !== 'win32') expect(readFileSync(reader, 'utf8')).toBe('old')
    closeSync(reader)
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('says why a file could not be written', async () => {
    const { ask, folder } = await startApp()
    fake.saveDialog = { canceled: false, filePath: join(folder, 'no', 'such', 'folder.svg') }
    expect(await ask('saveFile', svg)).toMatchObject({ ok: false, error: { code: 'save-failed' } })
  })

  it('shows in the file manager what it saved, and nothing else', async () => {
    const { ask, folder } = await startApp()
    const path = join(folder, 'chosen.svg')
    expect(await ask('revealFile', { path })).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    fake.saveDialog = { canceled: false, filePath: path }
    await ask('saveFile', svg)
    expect(await ask('revealFile', { path })).toEqual({ ok: true, value: {} })
    expect(await ask('revealFile', { path: '/etc/passwd' })).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    expect(fake.revealed).toEqual([path])
  })
})
