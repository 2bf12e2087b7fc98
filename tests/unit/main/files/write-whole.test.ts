import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ts from 'typescript'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeWhole } from '@main/files/write-whole'

const SOURCE = new URL('../../../../src/main/files/write-whole.ts', import.meta.url)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handshake-lab-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const posix = process.platform !== 'win32'

describe('writing a file whole', () => {
  it('writes text and bytes, and leaves no draft', async () => {
    await writeWhole(join(folder, '握手.svg'), '<svg>握手</svg>')
    await writeWhole(join(folder, 'a.png'), Uint8Array.of(137, 0, 255))
    expect(readFileSync(join(folder, '握手.svg'), 'utf8')).toBe('<svg>握手</svg>')
    expect([...readFileSync(join(folder, 'a.png'))]).toEqual([137, 0, 255])
    expect(readdirSync(folder).sort()).toEqual(['a.png', '握手.svg'])
  })

  it('never shows half a file: who opened the old one goes on reading the old one', async () => {
    const path = join(folder, 'a.txt')
    writeFileSync(path, 'old')
    const inode = statSync(path).ino
    await writeWhole(path, 'new')
    expect(readFileSync(path, 'utf8')).toBe('new')
    if (posix) expect(statSync(path).ino).not.toBe(inode)
  })

  it.runIf(process.platform === 'linux')('keeps what was there where the disk is full', () => {
    const path = join(folder, 'a.txt')
    writeFileSync(path, 'old')
    // A limit on the size of files stands in for the full disk: the write fails halfway, as there.
    const script = `
      process.on('SIGXFSZ', () => undefined)
      const { writeWhole } = await import(process.argv[1])
      await writeWhole(process.argv[2], 'x'.repeat(1_000_000)).then(() => console.log('written'), (error) => console.log(error.code))`
    const module = join(folder, 'write-whole.mjs')
    const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext }
    writeFileSync(module, ts.transpileModule(readFileSync(SOURCE, 'utf8'), { compilerOptions: options }).outputText)
    const { stdout } = spawnSync(
      'sh',
      ['-c', 'ulimit -f 8; exec "$0" --input-type=module -e "$1" "$2" "$3"', process.execPath, script, module, path],
      { encoding: 'utf8' },
    )
    expect(stdout.trim()).toBe('EFBIG')
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder).sort()).toEqual(['a.txt', 'write-whole.mjs'])
  })

  it.runIf(posix)('keeps the mode of a file, and a link a link', async () => {
    const path = join(folder, 'a.txt')
    writeFileSync(path, 'old')
    chmodSync(path, 0o640)
    symlinkSync(path, join(folder, 'link'))
    await writeWhole(join(folder, 'link'), 'new')
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(statSync(path).mode & 0o777).toBe(0o640)
    expect(readdirSync(folder).sort()).toEqual(['a.txt', 'link'])
  })

  it.runIf(posix)('writes to what is no file, such as /dev/null', async () => {
    await writeWhole('/dev/null', 'gone')
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  it('says why it cannot, and leaves nothing behind', async () => {
    mkdirSync(join(folder, 'sub'))
    await expect(writeWhole(join(folder, 'no', 'such.txt'), 'x')).rejects.toMatchObject({ code: 'ENOENT' })
    await expect(writeWhole(join(folder, 'sub'), 'x')).rejects.toMatchObject({ code: 'EISDIR' })
    expect(readdirSync(folder)).toEqual(['sub'])
  })
})
