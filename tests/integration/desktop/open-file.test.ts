import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { filesIn } from '@main/desktop/open-file'
import { OPEN_CHANNEL } from '@shared/protocol/bridge'
import { MAX_OPENED } from '@shared/protocol/opened'
import { app, fake, type BrowserWindow } from '../../contract/support/fake-electron'
import { cancelable, startApp } from './support'

vi.mock('electron', () => import('../../contract/support/fake-electron'))

interface Item {
  label?: string
  click?: () => void
  submenu?: Item[]
}
const inFileMenu = (label: string): Item | undefined => {
  const [, ...all] = (fake.menu as Item[]).flatMap(({ submenu }) => [{}, ...(submenu ?? [])])
  return [...all, ...all.flatMap((item) => item.submenu ?? [])].find((item) => item.label === label)
}
const handed = (window: BrowserWindow): unknown[] => {
  const sent: unknown[] = []
  window.webContents.send = (channel, message) => void (channel === OPEN_CHANNEL && sent.push(message))
  return sent
}
const SOON = { timeout: 20_000, interval: 5 }

describe('opening a file on a faked electron', () => {
  it('asks which, hands the page its bytes and its name without folders, and remembers it', async () => {
    const { window, folder } = await startApp()
    const path = join(folder, '握手.hslab')
    writeFileSync(path, '{}')
    const sent = handed(window)
    fake.openDialog = [path]
    inFileMenu('Open…')?.click?.()
    await expect
      .poll(() => sent, SOON)
      .toEqual([{ kind: 'file', name: '握手.hslab', data: new Uint8Array([123, 125]) }])
    await expect.poll(() => fake.calls, SOON).toContain(`addRecentDocument ${path}`)
    expect(JSON.parse(readFileSync(join(folder, 'recent.json'), 'utf8'))).toEqual([path])
    if (process.platform === 'darwin') return
    inFileMenu('握手.hslab')?.click?.()
    await expect.poll(() => sent, SOON).toHaveLength(2)
    inFileMenu('Clear Menu')?.click?.()
    expect(inFileMenu('握手.hslab')).toBeUndefined()
  })

  it('says why where it cannot, and hands over nothing', async () => {
    const { window, folder } = await startApp()
    const loud = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const sent = handed(window)
    app.emit('open-file', cancelable({}), join(folder, 'gone.hslab'))
    await expect.poll(() => fake.messageBox?.detail, SOON).toContain('ENOENT')
    const large = join(folder, 'large.pcap')
    writeFileSync(large, new Uint8Array(MAX_OPENED + 1))
    app.emit('open-file', cancelable({}), large)
    await expect.poll(() => fake.messageBox?.detail, SOON).toBe(`${large}\nIt is larger than 64 MiB.`)
    loud.mockRestore()
    expect([sent, fake.calls.filter((call) => call.startsWith('addRecent'))]).toEqual([[], []])
  })

  it('opens what a second start names, relative to where it was started, in the window that is there', async () => {
    const { window, folder } = await startApp()
    writeFileSync(join(folder, 'a.pcapng'), 'x')
    const sent = handed(window)
    app.emit('second-instance', {}, ['/opt/handshake-lab', '--flag=b.hslab', 'a.pcapng', 'secret.html'], folder)
    await expect.poll(() => sent, SOON).toEqual([{ kind: 'file', name: 'a.pcapng', data: new Uint8Array([120]) }])
    expect(fake.windows).toHaveLength(1)
  })

  it('waits for a page that is still loading', async () => {
    const { window, folder } = await startApp()
    const path = join(folder, 'a.json')
    writeFileSync(path, 'x')
    const sent = handed(window)
    window.webContents.loading = true
    const event = cancelable({})
    app.emit('open-file', event, path)
    expect(event.prevented).toBe(true)
    await expect.poll(() => window.webContents.listenerCount('did-finish-load'), SOON).toBeGreaterThan(1)
    expect(sent).toEqual([])
    window.webContents.emit('did-finish-load')
    await expect.poll(() => sent, SOON).toHaveLength(1)
  })

  it.each(['second-instance', 'open-url'])('hands the page the scenario that a link names, on %s', async (event) => {
    const { window } = await startApp()
    const loud = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const sent = handed(window)
    const arrive = (link: string): void => {
      if (event === 'open-url') app.emit(event, cancelable({}), link)
      else app.emit(event, {}, ['/opt/handshake-lab', link], '/')
    }
    for (const link of [
      'handshake-lab://scenario/../../etc',
      'handshake-lab://scenario/x?run=1',
      'handshake-lab://scenario/x#y',
      'handshake-lab://user@scenario/x',
      'handshake-lab://other/x',
      'handshake-lab:scenario/x',
      'https://scenario/x',
      `handshake-lab://scenario/${'x'.repeat(65)}`,
    ]) {
      arrive(link)
    }
    arrive('handshake-lab://scenario/four-segment-close')
    await expect.poll(() => sent, SOON).toEqual([{ kind: 'scenario', id: 'four-segment-close' }])
    arrive('handshake-lab://scenario/lost-syn/')
    await expect.poll(() => sent, SOON).toHaveLength(2)
    loud.mockRestore()
  })

  it('takes of a command line only files of ours', () => {
    const argv = ['--inspect', '-x.json', 'a.HSLAB', '/b.pcap', 'c.exe', 'handshake-lab://x.json/../..', '.', '']
    expect(filesIn(argv, '/home/me').slice(0, 2)).toEqual(['/home/me/a.HSLAB', '/b.pcap'])
  })

  it('forgets a list of recent files that somebody has spoilt', async () => {
    await startApp(() => writeFileSync(join(fake.userData, 'recent.json'), '[1,"relative.json","/no/such.json"]'))
    if (process.platform !== 'darwin') expect(inFileMenu('Open Recent')).toMatchObject({ enabled: false })
    await startApp(() => writeFileSync(join(fake.userData, 'recent.json'), 'half'))
    expect(fake.windows).toHaveLength(1)
  })
})

describe('the handout on a faked electron', () => {
  const handout = { name: 'handout.pdf', html: '<p>握手', to: 'pdf' }

  it('is saved as PDF from a hidden window that runs no script, asks for nothing, and is gone afterwards', async () => {
    const { ask, folder } = await startApp()
    const filePath = join(folder, 'handout.pdf')
    fake.saveDialog = { canceled: false, filePath }
    expect(await ask('printHandout', handout)).toEqual({ ok: true, value: { path: filePath } })
    expect(readFileSync(filePath, 'utf8')).toBe('%PDF')
    const [, sheet] = fake.windows
    expect(sheet?.options).toMatchObject({
      show: false,
      webPreferences: { javascript: false, sandbox: true, contextIsolation: true, partition: 'handout' },
    })
    expect(sheet?.options.webPreferences).not.toHaveProperty('preload')
    expect(sheet?.destroyed).toBe(true)
    const answer = vi.fn()
    const web = fake.permissions['web'] as (details: { url: string }, answer: unknown) => void
    for (const url of ['https://evil.example/x.png', 'file:///etc/passwd']) web({ url }, answer)
    expect(answer.mock.calls).toEqual([[{ cancel: true }], [{ cancel: true }]])
  })

  it('is printed by the system’s dialog; closing that is no failure, a broken printer is', async () => {
    const { ask } = await startApp()
    for (const [why, answer] of [
      ['', { ok: true, value: { path: null } }],
      ['Print job canceled', { ok: true, value: { path: null } }],
      ['Invalid printer settings', { ok: false, error: { code: 'save-failed' } }],
    ] as const) {
      fake.printAnswer = why
      expect(await ask('printHandout', { ...handout, to: 'printer' })).toMatchObject(answer)
    }
  })
})

describe('the clipboard on a faked electron', () => {
  it('takes text and pictures from the page, which could not put them there without a click', async () => {
    const { ask } = await startApp()
    await ask('copy', { kind: 'text', text: '<svg/>' })
    await ask('copy', { kind: 'png', data: Buffer.from([137, 80]).toString('base64') })
    const [text, item] = fake.copied as [string, { items: Record<string, Blob> }]
    expect(text).toBe('<svg/>')
    const blob = item.items['image/png']
    expect([blob?.type, ...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))]).toEqual([
      'image/png',
      137,
      80,
    ])
  })
})
