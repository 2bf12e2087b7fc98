import { afterEach, describe, expect, it } from 'vitest'
import { PATIENCE_MS } from '../../../scripts/start/patience.mjs'
import { APP, Project, type Run } from './project'
import { startMirror, type Mirror } from './mirror'

const PATIENT = { timeout: 20_000, interval: 20 }
/** The tests may run as root, for whom Electron opens only without its sandbox. */
const asAnyone = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const posix = process.platform !== 'win32'
if (!posix) console.info('skipped on Windows: the fetch tests, whose fake Electron is a script with a shebang')

const endings: (() => void)[] = []
afterEach(() => {
  for (const end of endings.splice(0)) end()
})

/** `npm start` over Electron's real installer, whose download server is ours. */
async function start(args: readonly string[] = [], patience = PATIENCE_MS): Promise<[Project, Mirror, Run]> {
  const mirror = await startMirror(APP)
  endings.push(() => mirror.close())
  const project = new Project()
  project.write('scripts/start/patience.mjs', `export const PATIENCE_MS = ${patience}`)
  project.copyInstaller(mirror.sha256)
  const run = project.start([...asAnyone, ...args], {
    DISPLAY: ':99',
    ELECTRON_MIRROR: mirror.url,
    electron_config_cache: `${project.root}/cache`,
  })
  return [project, mirror, run]
}

describe.runIf(posix)('the first npm start, with Electron’s own installer and a download server of ours', () => {
  it('waits as long as the download moves, shows how far it is, and opens the desktop app', async () => {
    const [project, mirror, run] = await start([], 3000)
    await expect.poll(() => run.output, PATIENT).toContain('nothing has come yet')
    // Longer than its patience in all, never in one piece.
    const told = (): number =>
      Math.max(...[...run.output.matchAll(/ of 3\.0 MB, (\d+) %/g)].map(([, percent]) => Number(percent)))
    for (const percent of [20, 40, 60, 80, 90]) {
      mirror.send((percent + 5) / 100)
      await expect.poll(told, PATIENT).toBeGreaterThanOrEqual(percent)
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
    expect(run.url).toBe('')
    expect(project.read('app.log')).toBe('')
    mirror.send(1)
    await expect.poll(() => project.read('app.log'), PATIENT).toContain('pid')
    expect(run.said.at(-1)).toMatch(/opening the desktop app/)
    expect(mirror.asked).toBe(1)
    run.signal('SIGINT')
    expect(await run.exit).toBe(0)
  })

  it('serves the browser version where it stands still, and says so when it has arrived after all', async () => {
    const [project, mirror, run] = await start([], 1500)
    mirror.send(0.5)
    await expect.poll(() => run.url, PATIENT).not.toBe('')
    expect(run.said.join('\n')).toMatch(
      /open http.*; the Electron runtime has not moved for 1\.5 s \((1\.\d of|nothing)/,
    )
    mirror.send(1)
    await expect.poll(() => run.said.at(-1), PATIENT).toMatch(/has arrived: the next "npm start"/)
    run.signal('SIGINT')
    expect(await run.exit).toBe(0)
    expect(project.read('app.log')).toBe('')
    const again = project.start(asAnyone, { DISPLAY: ':99' })
    await expect.poll(() => project.read('app.log'), PATIENT).toContain('pid')
    again.signal('SIGINT')
    expect(await again.exit).toBe(0)
  })

  it('serves the browser version when the reader presses Enter', async () => {
    const [, , run] = await start()
    await expect.poll(() => run.output, PATIENT).toContain('Enter opens the browser version now')
    expect(run.url).toBe('')
    run.type('\n')
    await expect.poll(() => run.url, PATIENT).not.toBe('')
    expect(run.said.at(-1)).toMatch(/as Enter asks/)
    run.signal('SIGINT')
    expect(await run.exit).toBe(0)
  })

  it('opens nothing where --desktop is given and the download stands still', async () => {
    const [, mirror, run] = await start(['--desktop'], 700)
    mirror.send(0.2)
    expect(await run.exit).toBe(1)
    expect(run.output).toMatch(/--desktop asks for nothing else: the Electron runtime has not moved/)
    expect(run.output).not.toContain('Enter')
    expect(run.url).toBe('')
  })

  it('has a patience of 15 s', () => {
    expect(PATIENCE_MS).toBe(15_000)
  })
})
