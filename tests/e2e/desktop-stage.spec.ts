import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './support/desktop-stage'
import { LabPage } from './support/lab-page'
import { startMain } from './support/stage/stage'

/**
 * The built main process, preload and page, with only the `electron` module replaced: files through the real protocol
 * handler, IPC through the real handlers and the real preload, the page in a real browser. It proves neither windows nor
 * sandbox: desktop.spec.ts does, where an Electron runs.
 */
test.describe('the built desktop app in a real browser, on a replaced electron', () => {
  test('connects, closes, exports through a save dialog, and asks for nothing from elsewhere', async ({ stage }) => {
    const { page } = stage
    const lab = new LabPage(page)
    await expect(lab.start).toBeEnabled()
    expect(await stage.calls('crashReporter')).toEqual([{ uploadToServer: false }])
    await lab.connect()
    await lab.close('Client ends')
    await lab.closed()

    const save = join(stage.userData, 'exported.svg')
    await stage.answer({ save })
    await stage.choose('Export SVG…')
    await expect(page.getByText(`Saved: ${save}`)).toBeVisible()
    expect(readFileSync(save, 'utf8')).toMatch(/^<svg /)
    await page.getByRole('button', { name: 'Reveal in folder' }).click()
    await expect.poll(() => stage.calls('showItemInFolder')).toEqual([save])

    const pdf = join(stage.userData, 'handout.pdf')
    await stage.answer({ save: pdf })
    await stage.choose('Export Handout as PDF…')
    await expect(page.getByText(`Saved: ${pdf}`)).toBeVisible()
    expect(readFileSync(pdf, 'latin1')).toMatch(/^%PDF-/)
    await stage.choose('Print Handout…')
    await expect.poll(() => stage.calls('print')).toHaveLength(1)

    expect(
      await page.evaluate(() => Object.keys(window).filter((name) => /stage|electron|require/i.test(name))),
    ).toEqual([])
    expect(stage.foreign).toEqual([])
  })

  test('does what the menu asks without a key or click in the page: copies, presents on the whole screen', async ({
    stage,
  }) => {
    const { page } = stage
    // Nothing of the test's own touches the page before: that would count as a click, and allow what no menu may.
    await expect.poll(() => stage.run('handshakeLab.connect({}).then(({ ok }) => ok)')).toBe(true)
    await expect.poll(() => stage.run("document.querySelectorAll('[role=grid] tbody tr').length")).toBe(3)
    await stage.choose('Copy Diagram as SVG')
    await expect.poll(() => stage.calls('copy')).toEqual([expect.stringMatching(/^<svg /)])
    await expect.poll(() => stage.run('document.body.innerText')).toContain('The SVG is on the clipboard.')
    await stage.choose('Copy Diagram as Picture')
    await expect
      .poll(async () => Buffer.from(((await stage.calls('copy'))[1] ?? []) as Uint8Array).toString('latin1'))
      .toMatch(/^.PNG/)
    await stage.choose('Present')
    await expect.poll(() => stage.run("document.querySelector('[aria-label=Presentation]') !== null")).toBe(true)
    expect(await stage.run('navigator.userActivation.hasBeenActive')).toBe(false)
    await expect(page.getByRole('region', { name: 'Presentation' })).toBeVisible()
    expect(await stage.calls('setFullScreen')).toEqual([true])
    await page.keyboard.press('PageDown')

    const opened = page.waitForEvent('popup')
    await stage.choose('Speaker Notes')
    const notes = await opened
    await expect(notes.getByText('1 of 3')).toBeVisible()
    expect(await notes.evaluate(() => 'handshakeLab' in window)).toBe(false)
    await stage.choose('Speaker Notes')
    await expect.poll(() => stage.calls('focus')).toHaveLength(1)

    await page.keyboard.press('Escape')
    await expect.poll(() => stage.calls('setFullScreen')).toEqual([true, false])
    await stage.choose('Keyboard Shortcuts')
    await expect(page.getByRole('dialog')).toBeVisible()
  })

  test('misses nothing when its page is loaded anew, and opens what it saved or is handed', async ({ stage }) => {
    const { page } = stage
    const lab = new LabPage(page)
    await expect(lab.start).toBeEnabled()
    await lab.connect()
    await page.reload()
    await expect(lab.rows).toHaveCount(3)

    const save = join(stage.userData, 'run.hslab')
    await stage.answer({ save, open: [save] })
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: /JSON/ }).click()
    await expect(page.getByText(`Saved: ${save}`)).toBeVisible()
    await stage.choose('Open…')
    await expect(page.getByText('Opened: run.hslab')).toBeVisible()
    expect(await stage.calls('addRecentDocument')).toEqual([save])

    await stage.emit('open-url', 'handshake-lab://scenario/lost-syn')
    await expect(page.getByText(/^Chosen by a link: .+\. Nothing has run yet\.$/)).toBeVisible()

    const foreign = join(stage.userData, 'other.hslab')
    writeFileSync(foreign, '<script>')
    await stage.emit('second-instance', ['/usr/bin/handshake-lab', 'other.hslab'], stage.userData)
    await expect(page.getByText(/“other\.hslab” was not opened\. It is not JSON/)).toBeVisible()
  })

  for (const [fails, words] of [
    ['ready', 'not ready'],
    ['uncaught', 'out of the blue'],
  ] as const) {
    test(`that fails with “${words}” says so, writes it down and ends with code 1`, async ({ userData }) => {
      const { said, exit } = startMain(userData, { env: { STAGE_FAILS: fails, STAGE_LANGUAGES: 'zh-CN' } })
      expect(await exit).toBe(1)
      expect(said.text).toContain(`握手实验室无法运行。\n${words}`)
      const log = readFileSync(join(userData, 'logs', 'main.log'), 'utf8')
      expect(log).toMatch(new RegExp(`The app gives up\\. Error: ${words}\\n +at `))
    })
  }

  test('outlives a promise that fails unheard, and writes it down', async ({ userData }) => {
    const { exit } = startMain(userData, { env: { STAGE_FAILS: 'unheard' } })
    expect(await exit).toBe(1)
    const log = readFileSync(join(userData, 'logs', 'main.log'), 'utf8')
    expect(log).toMatch(/A promise failed unheard\. Error: unheard\n[^]*The app gives up\. Error: out of the blue\n/)
  })
})
