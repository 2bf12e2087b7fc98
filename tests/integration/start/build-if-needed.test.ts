import { mkdirSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildIfNeeded } from '../../../scripts/build-if-needed.mjs'
import { Project } from './project'

const quiet = (): void => undefined

describe('building only what changed', () => {
  it('builds a clean clone once', async () => {
    const project = new Project()
    const { root } = project
    expect(await buildIfNeeded({ root, log: quiet })).toEqual({ ok: true, built: true })
    expect(await buildIfNeeded({ root, log: quiet })).toEqual({ ok: true, built: false })
    expect(project.builds).toBe(1)
  })

  it.each([
    ['another content', 'src/a.ts', 'export const a = 2'],
    ['a new file', 'src/deep/b.ts', ''],
    ['other dependencies', 'package-lock.json', '{}'],
    ['other settings', 'electron.vite.config.ts', 'export default {}'],
    ['a file of the build that is gone', 'out/main/cli.js', null],
  ])('builds again for %s', async (_what, path, text) => {
    const project = new Project()
    const { root } = project
    await buildIfNeeded({ root, log: quiet })
    if (text === null) project.remove(path)
    else project.write(path, text)
    expect(await buildIfNeeded({ root, log: quiet })).toEqual({ ok: true, built: true })
  })

  it('does not build again for another time stamp', async () => {
    const project = new Project()
    const { root } = project
    await buildIfNeeded({ root, log: quiet })
    utimesSync(join(root, 'src/a.ts'), new Date(), new Date())
    expect(await buildIfNeeded({ root, log: quiet })).toEqual({ ok: true, built: false })
  })

  describe('without reading the sources again', () => {
    /** By then every file has settled. */
    const later = (): number => Date.now() + 60_000
    const ask = (project: Project): ReturnType<typeof buildIfNeeded> =>
      buildIfNeeded({ root: project.root, log: quiet, now: later })

    async function seenProject(): Promise<Project> {
      const project = new Project()
      await ask(project)
      await ask(project)
      expect(project.read('out/.seen')).toContain('src/a.ts')
      return project
    }

    it('trusts a glance at what it has read before', async () => {
      const project = await seenProject()
      // Another name for the same sources in both files: only who does not read them can believe it.
      const [, ...glance] = project.read('out/.seen').split('\n')
      project.write('out/.stamp', 'another name')
      project.write('out/.seen', ['another name', ...glance].join('\n'))
      expect(await ask(project)).toEqual({ ok: true, built: false })
      project.write('src/b.ts', '')
      expect(await ask(project)).toEqual({ ok: true, built: true })
    })

    it('sees a change of the same size whose time was set back', async () => {
      const project = await seenProject()
      const file = join(project.root, 'src/a.ts')
      const { atime, mtime } = statSync(file)
      project.write('src/a.ts', 'export const a = 2')
      utimesSync(file, atime, mtime)
      expect(await ask(project)).toEqual({ ok: true, built: true })
    })

    it.each(['src/a.ts', 'package.json', 'out/main/cli.js'])('sees that %s is gone', async (path) => {
      const project = await seenProject()
      project.remove(path)
      expect(await ask(project)).toEqual({ ok: true, built: true })
    })

    it('remembers nothing that changed a moment ago', async () => {
      const project = new Project()
      const { root } = project
      for (let i = 0; i < 3; i += 1) await buildIfNeeded({ root, log: quiet, now: () => 0 })
      expect(project.read('out/.seen')).toBe('')
    })
  })

  it('builds once though several ask at the same time', async () => {
    const project = new Project()
    const { root } = project
    const all = await Promise.all([1, 2, 3].map(() => buildIfNeeded({ root, log: quiet })))
    expect(all.filter((one) => one.ok && one.built)).toHaveLength(1)
    expect(project.builds).toBe(1)
  })

  it('takes over the lock of a build that was killed', async () => {
    const project = new Project()
    const { root } = project
    mkdirSync(join(root, 'out'))
    // The largest process number there can be, plus one: nobody has it.
    project.write('out/.lock', '4194305')
    expect(await buildIfNeeded({ root, log: quiet })).toEqual({ ok: true, built: true })
    expect(project.read('out/.lock')).toBe('')
  })

  it('reports a failed build, and tries again the next time', async () => {
    const project = new Project()
    const { root } = project
    const bin = 'node_modules/electron-vite/bin/electron-vite.js'
    const works = project.read(bin)
    project.write(bin, "console.error('no'); process.exit(1)")
    expect(await buildIfNeeded({ root, log: quiet })).toEqual({ ok: false, message: 'The build failed.\nno\n' })
    project.write(bin, '')
    expect(await buildIfNeeded({ root, log: quiet })).toMatchObject({
      ok: false,
      message: expect.stringContaining('left out main/index.js'),
    })
    project.write(bin, works)
    expect(await buildIfNeeded({ root, log: quiet })).toEqual({ ok: true, built: true })
  })

  it('says what to do where nothing is installed', async () => {
    const project = new Project()
    project.remove('node_modules')
    const answer = await buildIfNeeded({ root: project.root, log: quiet })
    expect(answer).toMatchObject({ ok: false, message: expect.stringContaining('npm ci') })
  })
})
