import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const read = (path: string): string => readFileSync(ROOT + path, 'utf8')

/** The rows of both tables: number or letter, what is asked, where it is done, and which test notices. */
const all = read('docs/SECURITY.md')
  .split('\n')
  .filter((line) => /^\| (\d+|[a-z]) /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
const rows = all.filter(([, n = '']) => /\d/.test(n))

/** The paths that a cell names; a name without a folder lies in `folder`. */
const paths = (cell: string, folder: string): string[] =>
  [...cell.matchAll(/`([^`]+\.\w+)`/g)].map(([, path = '']) => (existsSync(ROOT + path) ? path : `${folder}/${path}`))

describe('the checklist of docs/SECURITY.md', () => {
  it('answers all twenty points, in order', () => {
    expect(rows.map(([, n]) => Number(n))).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))
  })

  it('is followed by what is promised beside it, from a on', () => {
    const letters = all.slice(rows.length).map(([, letter]) => letter)
    expect(letters.join('')).toBe('abcdefghijklm')
  })

  it.each(all)(
    '%s %s %s: names files that are there, and a test that is in them',
    (_, _n, _what, where = '', test = '') => {
      const files = paths(where, 'src/main/desktop')
      expect(files.length).toBeGreaterThan(0)
      for (const file of files) expect(existsSync(ROOT + file), file).toBe(true)
      const [suite = ''] = paths(test, 'tests/integration')
      const title = /"(.+)"$/.exec(test)?.[1] ?? ''
      expect(title).not.toBe('')
      expect(read(suite)).toContain(title)
    },
  )

  it('has the Electron that package.json asks for, and asks for newer ones', () => {
    const wanted = (JSON.parse(read('package.json')) as { devDependencies: { electron: string } }).devDependencies
      .electron
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { version: string }> }
    const installed = packages['node_modules/electron']?.version ?? ''
    expect(wanted).toMatch(/^\^\d+\.\d+\.\d+$/)
    expect(installed.split('.')[0]).toBe(wanted.slice(1).split('.')[0])
    expect(read('.github/dependabot.yml')).toMatch(/package-ecosystem: npm\n +directory: \/\n/)
    expect(read('.github/dependabot.yml')).not.toMatch(/dependency-name: '?electron/)
  })
})
