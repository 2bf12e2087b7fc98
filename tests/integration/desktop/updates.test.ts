import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { labels } from '@main/desktop/labels'
import { canUpdate, lookForUpdate, releasesPage, type Updater } from '@main/desktop/updates'
import { fake } from '../../contract/support/fake-electron'

vi.mock('electron', () => import('../../contract/support/fake-electron'))

const PAGE = 'https://github.com/someone/lab'
let folder = ''
let resources = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handshake-lab-updates-'))
  resources = join(folder, 'resources')
  mkdirSync(resources)
  fake.openedOutside.length = 0
  fake.calls.length = 0
  name(PAGE)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const name = (homepage?: unknown): void => writeFileSync(join(folder, 'package.json'), JSON.stringify({ homepage }))
const sign = (): void => writeFileSync(join(resources, 'app-update.yml'), 'provider: github\n')
const asked: string[] = []
const updater = (version: string | null): (() => Promise<Updater>) => {
  asked.length = 0
  return () =>
    Promise.resolve({
      newest() {
        asked.push('newest')
        return Promise.resolve(version)
      },
      download() {
        asked.push('download')
        return Promise.resolve()
      },
    })
}
const look = (load: () => Promise<Updater>): Promise<void> =>
  lookForUpdate({ labels: labels('en'), folder, resources, load })

describe('new versions, on a faked electron and a faked electron-updater', () => {
  it('are shown on the project’s page by a package that nobody signed, which asks nobody itself', async () => {
    await look(() => Promise.reject(new Error('loaded')))
    expect(fake.openedOutside).toEqual([`${PAGE}/releases`])
    expect(fake.calls).toEqual([])
  })

  it('are offered by a signed package, and come only when the person says so', async () => {
    sign()
    fake.messageBoxAnswer = 1
    await look(updater('2.0.0'))
    expect(asked).toEqual(['newest'])
    fake.messageBoxAnswer = 0
    await look(updater('2.0.0'))
    expect(asked).toEqual(['newest', 'download'])
    expect(fake.messageBox).toMatchObject({ detail: '2.0.0', message: labels('en').updateReady })
    expect(fake.openedOutside).toEqual([])
  })

  it('are said to be none where there is none, and the failure of a search is said', async () => {
    sign()
    await look(updater(null))
    expect(fake.messageBox?.message).toBe(labels('en').updateNone)
    await look(() => Promise.reject(new Error('offline')))
    expect(fake.messageBox).toMatchObject({ message: labels('en').updateFailed, detail: `${PAGE}/releases` })
  })

  it('have no page where package.json names none, or one that is not on GitHub', () => {
    expect(releasesPage(folder)).toBe(`${PAGE}/releases`)
    for (const homepage of [undefined, 'https://evil.example/', 'file:///etc/passwd', 7]) {
      name(homepage)
      expect(releasesPage(folder)).toBeNull()
    }
    expect(canUpdate({ folder, resources })).toBe(false)
    sign()
    expect(canUpdate({ folder, resources })).toBe(true)
    expect(releasesPage(join(folder, 'none'))).toBeNull()
  })
})
