import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, test } from 'vitest'
import { CATALOGUE } from '@shared/scenario/catalogue'
import { simulate } from '@shared/tcp/simulate'
import { lab, useBuiltLab, useFolder } from './lab'

useBuiltLab()
const folder = useFolder()

const CLI = fileURLToPath(new URL('../../../out/main/cli.js', import.meta.url))
const posix = process.platform !== 'win32'

/** A trace as a person has it, and may have changed it. */
function someTrace(): Record<string, unknown> {
  const [first] = CATALOGUE
  const played = first ? simulate(first.scenario) : null
  if (!played?.ok) throw new Error('the catalogue plays')
  return { ...played.value }
}

/** Runs a line of the shell, with the command line as `$LAB`; nothing on standard input. */
function shell(line: string, cwd: string): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn('/bin/sh', ['-c', line], {
    cwd,
    env: { ...process.env, NO_COLOR: '1', LAB: `${process.execPath} ${CLI}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  return new Promise((done) => child.on('close', (code) => done({ code, stdout, stderr })))
}

const oneLine = (stderr: string): void => expect(stderr).toMatch(/^[^\n]+\n$/)

describe('a file from anywhere', () => {
  const deep = `{"version":1,"mode":"live","scenario":null,"connections":${'['.repeat(7000)}${']'.repeat(7000)}}`
  test.each([
    ['100,000 open brackets', '['.repeat(100_000), /nested deeper than 100 levels/],
    ['a wrong trace 7,000 levels deep', deep, /nested deeper than 100 levels/],
    ['a time beyond all clocks', JSON.stringify(someTrace()).replace(/"t":0,/, '"t":1e308,'), /t is 1e\+308; expected/],
    ['a port that is a key of its prototype', '{"__proto__":{"version":1}}', /version is missing/],
  ])('is refused in one line: %s', async (_what, text, says) => {
    const cwd = folder()
    writeFileSync(join(cwd, 'a.json'), text)
    const run = await lab(['render', 'a.json', '--pcapng', 'a.pcapng'], cwd)
    expect(run.code).toBe(2)
    expect(run.stderr).toMatch(says)
    oneLine(run.stderr)
  })

  it('opens in UTF-16 too, as PowerShell writes it, and from standard input', async () => {
    const cwd = folder()
    const text = JSON.stringify(someTrace())
    writeFileSync(join(cwd, 'le.json'), Buffer.from(`\ufeff${text}`, 'utf16le'))
    const plain = await lab(['render', 'le.json'], cwd)
    expect([plain.code, plain.stderr]).toEqual([0, ''])
    if (!posix) return
    const piped = await shell('cat le.json | $LAB render -', cwd)
    expect(piped).toEqual({ code: 0, stdout: plain.stdout.toString(), stderr: '' })
  })

  it.skipIf(process.platform !== 'linux')('that never ends is refused', async () => {
    const run = await lab(['render', '/dev/zero'])
    expect(run.code).toBe(2)
    expect(run.stderr).toMatch(/^\/dev\/zero is larger than 256 MiB\.\n$/)
  })

  it('moves no terminal: not by its title, not by its name, not by what is wrong with it', async () => {
    const cwd = folder()
    const evil = '\x1b]0;owned\x07\r\b\u202e'
    const title = { en: evil, 'zh-CN': evil }
    writeFileSync(join(cwd, 'a.json'), JSON.stringify({ ...someTrace(), title }))
    const shown = await lab(['render', 'a.json'], cwd)
    expect(shown.code).toBe(0)
    expect(shown.stdout.toString()).toContain('\\u{1b}]0;owned\\u{7}\\u{d}\\u{8}\\u{202e}')
    writeFileSync(join(cwd, 'b.json'), JSON.stringify({ ...someTrace(), mode: evil }))
    const wrong = await lab(['render', 'b.json'], cwd)
    const missing = await lab(['render', `./no${evil}`], cwd)
    const unknown = await lab([`--${evil}`], cwd)
    for (const { stdout, stderr } of [shown, wrong, missing, unknown]) {
      // eslint-disable-next-line no-control-regex -- control characters are what is looked for
      expect(`${stdout.toString()}${stderr}`).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/)
    }
  })
})

describe('an output', () => {
  it('needs a name', async () => {
    const run = await lab(['simulate', 'both-end', '--json', ''])
    expect([run.code, run.stderr]).toEqual([2, '--json needs the name of a file; - is standard output.\n'])
  })

  it.skipIf(!posix)('is not another one by way of a link', async () => {
    const cwd = folder()
    writeFileSync(join(cwd, 'x'), 'old')
    symlinkSync('x', join(cwd, 'link-to-x'))
    const run = await lab(['simulate', 'both-end', '--svg', 'x', '--json', 'link-to-x'], cwd)
    expect(run.code).toBe(2)
    expect(run.stderr).toMatch(/--svg and --json name the same output/)
    expect(readFileSync(join(cwd, 'x'), 'utf8')).toBe('old')
  })

  it.skipIf(!posix)('leaves the old file where there is no room for the new one', async () => {
    const cwd = folder()
    writeFileSync(join(cwd, 'x'), 'old')
    const run = await shell("trap '' XFSZ; ulimit -f 2; $LAB simulate both-end --json x", cwd)
    expect(run.code).toBe(1)
    expect(run.stderr).toMatch(/^x could not be written \(EFBIG\)[^\n]*\n$/)
    expect([readdirSync(cwd), readFileSync(join(cwd, 'x'), 'utf8')]).toEqual([['x'], 'old'])
  })

  it.skipIf(process.platform !== 'linux')('that standard output could not take is no success', async () => {
    const run = await shell('$LAB list > /dev/full', folder())
    expect(run.code).toBe(1)
    expect(run.stderr).toMatch(/^Standard output could not be written \(ENOSPC\)[^\n]*\n$/)
  })

  it.skipIf(!posix)('ends quietly where its reader has gone', async () => {
    const run = await shell('{ $LAB list --json; echo $? >code; } | head -1', folder())
    expect(run).toEqual({ code: 0, stdout: '[\n', stderr: '' })
  })
})

describe.skipIf(!posix)('a command in poor surroundings says so in one line', () => {
  it('in a folder that has been removed', async () => {
    const cwd = join(folder(), 'gone')
    mkdirSync(cwd)
    const run = await shell(`rmdir "${cwd}"; $LAB simulate both-end --svg a.svg`, cwd)
    expect(existsSync(cwd)).toBe(false)
    expect(run.code).toBe(2)
    expect(run.stderr).toMatch(/^a\.svg can't be written: the folder that this command runs in is gone[^\n]*\n$/)
  })

  it('with 24 descriptors', async () => {
    const run = await shell('ulimit -n 24; $LAB run both-end', folder())
    if (run.code !== 0) expect(run.stderr).toMatch(/too few files/)
    expect(run.stderr).not.toMatch(/\n\s+at /)
    expect(run.stderr.split('\n').length).toBeLessThanOrEqual(2)
  })
})

it('a transfer of 100 MB is simulated and written in time that grows with its length only', async () => {
  const cwd = folder()
  const steps = [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'write', bytes: 100 * 2 ** 20, on: 'client:connect' },
    { side: 'client', do: 'end' },
    { side: 'server', do: 'end', on: 'server:end' },
  ]
  writeFileSync(join(cwd, 'large.json'), JSON.stringify({ id: 'large', steps }))
  const run = await lab(['simulate', 'large.json', '--json', 'large.trace.json'], cwd)
  expect([run.code, run.stderr]).toEqual([0, 'Wrote large.trace.json\n'])
  expect(statSync(join(cwd, 'large.trace.json')).size).toBeGreaterThan(50_000_000)
})
