import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { Project, isAlive } from './project'

const PATIENT = { timeout: 20_000, interval: 20 }
const DISPLAY = { DISPLAY: ':99' }
/** The tests may run as root, for whom Electron opens only without its sandbox. */
const asAnyone = process.getuid?.() === 0 ? ['--no-sandbox'] : []
/** Fake executables are scripts, and signals are POSIX signals. */
const posix = process.platform !== 'win32'
if (!posix) console.info('skipped on Windows: the start tests, whose fake Electron is a script with a shebang')

describe.runIf(posix)('npm start, the desktop app', () => {
  it('opens where a runtime and a display are, says so in one line, and ends with it', async () => {
    const project = new Project()
    project.installElectron()
    const run = project.start(asAnyone, { ...DISPLAY, ELECTRON_RUN_AS_NODE: '1' })
    await expect.poll(() => project.read('app.log'), PATIENT).toContain('pid')
    expect(run.said).toEqual([expect.stringMatching(/opening the desktop app/)])
    const { args, asNode } = JSON.parse(project.read('app.log')) as { args: string[]; asNode: unknown }
    expect(args.at(-1)).toBe(`${project.root}/`)
    expect(asNode).toBeNull()
    run.signal('SIGINT')
    expect(await run.exit).toBe(0)
    expect(project.read('app-ended.log')).toBe('SIGINT')
  })

  it('takes the runtime that ELECTRON_OVERRIDE_DIST_PATH names', async () => {
    const project = new Project()
    const folder = project.unpackElectron('elsewhere')
    const run = project.start(asAnyone, { ...DISPLAY, ELECTRON_OVERRIDE_DIST_PATH: folder })
    await expect.poll(() => project.read('app.log'), PATIENT).toContain('pid')
    run.signal('SIGTERM')
    expect(await run.exit).toBe(0)
    expect(project.read('app-ended.log')).toBe('SIGTERM')
  })

  it('hands on the exit code of an app that ended by itself', async () => {
    const project = new Project()
    project.installElectron()
    expect(await project.start(asAnyone, { ...DISPLAY, APP_EXITS: '0' }).exit).toBe(0)
  })

  it('ends an app that ignores the first Ctrl-C at the second', async () => {
    const project = new Project()
    project.installElectron()
    project.write('node_modules/electron/dist/electron', IGNORES)
    const run = project.start(asAnyone, DISPLAY)
    await expect.poll(() => project.read('app.log'), PATIENT).not.toBe('')
    run.signal('SIGINT')
    await expect.poll(() => project.read('app-ended.log'), PATIENT).toBe('ignored')
    run.signal('SIGINT')
    expect(await run.exit).toBe(0)
    await expect.poll(() => isAlive(Number(project.read('app.log'))), PATIENT).toBe(false)
  })
})

const IGNORES = `#!${process.execPath}
const { writeFileSync } = require('node:fs')
process.on('SIGINT', () => writeFileSync('app-ended.log', 'ignored'))
writeFileSync('app.log', String(process.pid))
setInterval(() => {}, 1000)
`

describe.runIf(posix)('npm start, the browser version', () => {
  it('is served where there is no display, without looking for a runtime', async () => {
    const project = new Project()
    project.writeInstaller("require('fs').writeFileSync('installer.log', 'ran')")
    const run = project.start()
    await expect.poll(() => run.url, PATIENT).not.toBe('')
    expect(run.said).toEqual([expect.stringMatching(/open http:.*; there is no display here/)])
    expect(await (await fetch(run.url)).text()).toBe('page')
    expect(project.read('installer.log')).toBe('')
    run.signal('SIGINT')
    expect(await run.exit).toBe(0)
    expect(project.read('closed.log')).toBe('closed')
  })

  it.runIf(process.getuid?.() === 0)('is served to root, who is told how to have the desktop app', async () => {
    const project = new Project()
    project.installElectron()
    const run = project.start([], DISPLAY)
    await expect.poll(() => run.url, PATIENT).not.toBe('')
    expect(run.said).toEqual([expect.stringMatching(/root \(--no-sandbox/)])
    expect(project.read('app.log')).toBe('')
    run.signal('SIGTERM')
    expect(await run.exit).toBe(0)
  })

  it('is served when asked for', async () => {
    const project = new Project()
    project.installElectron()
    const run = project.start(['--browser'], DISPLAY)
    await expect.poll(() => run.url, PATIENT).not.toBe('')
    expect(run.said).toEqual([expect.stringMatching(/as --browser asks/)])
    run.signal('SIGHUP')
    expect(await run.exit).toBe(0)
  })

  it('is served where the override holds no Electron, and says so', async () => {
    const project = new Project()
    const run = project.start(asAnyone, { ...DISPLAY, ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' })
    await expect.poll(() => run.url, PATIENT).not.toBe('')
    expect(run.said).toEqual([
      expect.stringMatching(/ELECTRON_OVERRIDE_DIST_PATH is \/nowhere, which holds no Electron/),
    ])
    run.signal('SIGINT')
    await run.exit
  })

  it('is served where the runtime cannot be fetched, with the reason', async () => {
    const project = new Project()
    project.writeInstaller("console.error('TypeError: fetch failed\\n    at node:internal'); process.exit(1)")
    const run = project.start(asAnyone, DISPLAY)
    await expect.poll(() => run.url, PATIENT).not.toBe('')
    expect(run.said.at(-1)).toMatch(/could not be fetched \(TypeError: fetch failed\)/)
    run.signal('SIGINT')
    expect(await run.exit).toBe(0)
  })

  it('is there though the installer never gets anywhere, and leaves nothing orphaned', async () => {
    const project = new Project()
    project.write('scripts/start/patience.mjs', 'export const PATIENCE_MS = 1000')
    // As the real one does: the process that hangs is a child of the installer.
    project.writeInstaller(`
      const child = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
      require('fs').writeFileSync('pids.log', process.pid + ' ' + child.pid)
      setInterval(() => {}, 1000)
    `)
    const run = project.start(asAnyone, DISPLAY)
    await expect.poll(() => run.url, PATIENT).not.toBe('')
    expect(run.said.at(-1)).toMatch(/the Electron runtime has not moved for 1 s \(nothing has come yet\)/)
    const pids = project.read('pids.log').split(' ').map(Number)
    expect(pids.map(isAlive)).toEqual([true, true])
    run.signal('SIGINT')
    expect(await run.exit).toBe(0)
    await expect.poll(() => pids.map(isAlive), PATIENT).toEqual([false, false])
  })

  it('takes the place of a desktop app that ends at once, such as for a missing library', async () => {
    const project = new Project()
    project.installElectron()
    const run = project.start(asAnyone, { ...DISPLAY, APP_EXITS: '127' })
    await expect.poll(() => run.url, PATIENT).not.toBe('')
    expect(run.said.at(-1)).toMatch(/the desktop app ended at once with code 127/)
    run.signal('SIGINT')
    expect(await run.exit).toBe(0)
  })

  it('opens nothing where --desktop is given and the desktop app cannot open', async () => {
    const project = new Project()
    const noDisplay = project.start(['--desktop'])
    expect(await noDisplay.exit).toBe(1)
    expect(noDisplay.output).toMatch(/--desktop asks for nothing else: there is no display/)
    project.installElectron()
    const fails = project.start([...asAnyone, '--desktop'], { ...DISPLAY, APP_EXITS: '127' })
    expect(await fails.exit).toBe(1)
    expect(fails.output).toMatch(/--desktop asks for nothing else: the desktop app ended at once with code 127/)
    expect(noDisplay.url + fails.url).toBe('')
  })

  it('opens the desktop app once the installer has unpacked the runtime', async () => {
    const project = new Project()
    project.unpackElectron('ready')
    project.writeInstaller(`
      const { cpSync, writeFileSync } = require('fs')
      cpSync('ready', __dirname + '/dist', { recursive: true })
      writeFileSync(__dirname + '/path.txt', 'electron')
    `)
    const run = project.start(asAnyone, DISPLAY)
    await expect.poll(() => project.read('app.log'), PATIENT).toContain('pid')
    run.signal('SIGINT')
    expect(await run.exit).toBe(0)
  })

  it('fails with a sentence where its port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => taken.once('listening', resolve))
    const { port } = taken.address() as { port: number }
    const run = new Project().start(['--port', String(port)])
    expect(await run.exit).toBe(1)
    expect(run.output).toContain(`Port ${port} is taken.`)
    taken.close()
  })
})

describe.runIf(posix)('npm start, around it', () => {
  it('explains its options, and refuses others with code 2', async () => {
    const project = new Project()
    const help = project.start(['--help'])
    expect(await help.exit).toBe(0)
    expect(help.output).toContain('--no-open')
    for (const args of [['--nonsense'], ['--browser', '--desktop'], ['--port', '70000'], ['--port', 'x'], ['word']]) {
      const run = project.start(args)
      expect(await run.exit, args.join(' ')).toBe(2)
      expect(run.output).toContain('npm start')
    }
    expect(project.builds).toBe(0)
  })

  it('shows why the build failed, and leaves no installer behind', async () => {
    const project = new Project()
    project.writeInstaller("require('fs').writeFileSync('pids.log', String(process.pid)); setInterval(() => {}, 1000)")
    project.write('node_modules/electron-vite/bin/electron-vite.js', SLOW_FAILURE)
    const run = project.start(asAnyone, DISPLAY)
    expect(await run.exit).toBe(1)
    expect(run.output).toContain('src/x.ts: unexpected token')
    await expect.poll(() => isAlive(Number(project.read('pids.log'))), PATIENT).toBe(false)
  })
})

const SLOW_FAILURE = `
import { existsSync } from 'node:fs'
const wait = () => existsSync('pids.log') ? (console.error('src/x.ts: unexpected token'), process.exit(1)) : setTimeout(wait, 20)
wait()
`
