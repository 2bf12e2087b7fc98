import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll } from '@electron/asar'
import { ROOT } from '../../scripts/build-if-needed.mjs'
import { standInElectron } from '../integration/package/stand-in'
import { LabPage } from './support/lab-page'
import { startStage } from './support/stage/stage'
import { expect, test } from './support/test'

// The main process says what its pages may do, not the test.
test.use({ permissions: [] })

test('the app out of its package connects and closes, on a replaced electron, with nothing of the repository around', async ({
  context,
}) => {
  test.setTimeout(180_000)
  if (process.platform !== 'linux') console.info('skipped: the stand-in for Electron is one for Linux')
  test.skip(process.platform !== 'linux', 'the stand-in for Electron is one for Linux')
  const folder = mkdtempSync(join(tmpdir(), 'handshake-lab-packaged-'))
  try {
    const [app, userData] = [join(folder, 'app'), join(folder, 'user')]
    await test.step('pack, and take the app out again', async () => {
      const dist = await standInElectron(folder)
      const args = ['scripts/package.mjs', '--dir', '--electron-dist', dist, '--output', join(folder, 'packages')]
      const packed = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' })
      expect(packed.status, packed.stderr).toBe(0)
      extractAll(join(folder, 'packages', 'linux-unpacked', 'resources', 'app.asar'), app)
    })
    const stage = await startStage(context, userData, { app })
    const lab = new LabPage(stage.page)
    await expect(lab.start).toBeEnabled()
    await lab.connect()
    await lab.close('Client ends')
    await lab.closed()
    await stage.choose('Licences')
    const shown = join(userData, 'THIRD-PARTY-NOTICES.txt')
    await expect.poll(() => stage.calls('openPath')).toEqual([shown])
    expect(readFileSync(shown, 'utf8')).toContain('@vue/runtime-core')
    expect(stage.foreign).toEqual([])
    expect(await stage.quit()).toBe(0)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})
