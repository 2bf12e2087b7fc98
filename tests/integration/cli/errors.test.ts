import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lab, useBuiltLab, useFolder } from './lab'

useBuiltLab()
const folder = useFolder()

describe('a wrong command line ends with code 2 and one line that says what to do', () => {
  test.each([
    { name: 'no command', args: [], says: /--help/ },
    { name: 'an unknown command', args: ['rnu'], says: /unknown command.*did you mean run/i },
    { name: 'an unknown option', args: ['run', 'both-end', '--sgv', 'a'], says: /unknown option.*did you mean --svg/i },
    { name: 'a missing argument', args: ['run'], says: /missing required argument 'scenario'/i },
    { name: 'a mistyped id', args: ['run', 'both-ends'], says: /did you mean "both-end"/ },
    { name: 'a missing file', args: ['run', './missing.json'], says: /missing\.json can't be read \(ENOENT\)/ },
    { name: 'a wrong choice', args: ['run', 'both-end', '--theme', 'pink'], says: /allowed choices are light, dark/i },
    { name: 'a wrong scale', args: ['run', 'both-end', '--scale', '3'], says: /allowed choices are 1, 2, 4/i },
    { name: 'a negative seed', args: ['run', 'both-end', '--seed', '-1'], says: /whole number from 0/ },
    { name: 'a port out of range', args: ['serve', '--port', '70000'], says: /whole number from 0 to 65535/ },
    { name: 'a missing folder', args: ['run', 'both-end', '--svg', 'no/a.svg'], says: /there is no folder/ },
    { name: 'a folder as file', args: ['run', 'both-end', '--svg', 'sub'], says: /it is a folder/ },
    { name: 'one file twice', args: ['run', 'both-end', '--svg', 'a', '--json', './a'], says: /the same output/ },
    {
      name: 'a file that is not JSON',
      args: ['run', 'broken.json'],
      says: /broken\.json is not JSON: line 2, column 1: value expected/,
    },
    {
      name: 'a wrong verb',
      args: ['run', 'verb.json'],
      says: /verb\.json is no scenario: line 1: steps\[0\]\.do is "shout"; expected "connect"/,
    },
    { name: 'a what-if', args: ['run', 'what-if.json'], says: /"simulate" instead of "run"/ },
    {
      name: 'a wrong trace',
      args: ['render', 'verb.json'],
      says: /verb\.json is no trace: line 1: version is missing; add it/,
    },
    {
      name: 'no steps',
      args: ['simulate', 'none.json'],
      says: /none\.json is no scenario: line 1: steps is missing; add it/,
    },
    {
      name: 'no connect',
      args: ['run', 'idle.json'],
      says: /idle\.json is no scenario: line 1: steps has no "connect"; add/,
    },
  ])('$name', async ({ args, says }) => {
    const cwd = folder()
    mkdirSync(join(cwd, 'sub'))
    const write = (name: string, data: unknown): void => writeFileSync(join(cwd, name), JSON.stringify(data))
    writeFileSync(join(cwd, 'broken.json'), '{ "id":\n')
    write('verb.json', { id: 'x', steps: [{ side: 'client', do: 'shout' }] })
    write('what-if.json', { id: 'x', steps: [{ side: 'client', do: 'connect' }], network: { delay: 5 } })
    write('none.json', { id: 'x' })
    write('idle.json', { id: 'x', steps: [{ side: 'server', do: 'end' }] })
    const run = await lab(args, cwd)
    expect(run.code).toBe(2)
    expect(run.stdout).toHaveLength(0)
    expect(run.stderr).toMatch(says)
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(1)
  })
})

describe('help', () => {
  test.each([[], ['run'], ['simulate'], ['render'], ['list'], ['serve']])('%s --help', async (...command) => {
    const run = await lab([...command, '--help'])
    expect(run.code).toBe(0)
    expect(run.stdout.toString()).toMatch(/^Usage: npm run -s lab --/)
    expect(run.stdout.toString()).toContain('Exit code')
  })
})
