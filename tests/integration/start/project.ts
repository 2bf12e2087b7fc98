import { spawn, type ChildProcess } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach } from 'vitest'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const endings: (() => void)[] = []
afterEach(() => {
  for (const end of endings.splice(0).reverse()) end()
})

/** A build that takes no time: what scripts/start.mjs needs to find, and a server that answers. */
const BUILD = `
import { mkdirSync, writeFileSync, appendFileSync } from 'node:fs'
appendFileSync('builds.log', 'build\\n')
for (const name of ['main', 'preload', 'renderer', 'wire']) mkdirSync('out/' + name, { recursive: true })
for (const file of ['main/index.js', 'main/cli.js', 'preload/index.cjs', 'renderer/index.html', 'wire/end.mjs']) writeFileSync('out/' + file, '')
writeFileSync('out/main/web.js', \`
  import { createServer } from 'node:http'
  import { writeFileSync } from 'node:fs'
  export const serve = ({ port }) => new Promise((done) => {
    const server = createServer((_, response) => response.end('page'))
    server.on('error', () => done({ ok: false, error: { message: 'Port ' + port + ' is taken.' } }))
    server.listen(port, '127.0.0.1', () => done({ ok: true, value: {
      url: 'http://127.0.0.1:' + server.address().port + '/#token=t',
      close: async () => { server.close(); server.closeAllConnections(); writeFileSync('closed.log', 'closed') },
    } }))
  })
\`)
`

/** Says that it runs and how, and ends when it is told to. */
export const APP = `#!${process.execPath}
const { writeFileSync } = require('node:fs')
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {
  writeFileSync('app-ended.log', signal)
  process.exit(0)
})
writeFileSync('app.log', JSON.stringify({ pid: process.pid, args: process.argv.slice(2), asNode: process.env.ELECTRON_RUN_AS_NODE ?? null }))
if (process.env.APP_EXITS) process.exit(Number(process.env.APP_EXITS))
setInterval(() => {}, 1000)
`

/** A project folder of its own, with the real scripts and a build, an Electron and an installer that are faked. */
export class Project {
  readonly root = mkdtempSync(join(tmpdir(), 'handshake-lab-start-'))

  constructor() {
    endings.push(() => rmSync(this.root, { recursive: true, force: true, maxRetries: 5 }))
    for (const path of ['start', 'build'])
      cpSync(join(ROOT, 'scripts', path), join(this.root, 'scripts', path), { recursive: true })
    for (const path of ['start.mjs', 'build-if-needed.mjs'])
      cpSync(join(ROOT, 'scripts', path), join(this.root, 'scripts', path))
    this.write('package.json', '{"type":"module"}')
    this.write('src/a.ts', 'export const a = 1')
    this.write('node_modules/electron-vite/bin/electron-vite.js', BUILD)
    this.write('node_modules/electron-vite/package.json', '{"type":"module"}')
  }

  write(path: string, text: string): void {
    const file = join(this.root, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }

  /** The text of a file; empty where there is none yet. */
  read(path: string): string {
    const file = join(this.root, path)
    return existsSync(file) ? readFileSync(file, 'utf8') : ''
  }

  remove(path: string): void {
    rmSync(join(this.root, path), { recursive: true })
  }

  get builds(): number {
    return this.read('builds.log').split('\n').filter(Boolean).length
  }

  /** Puts an Electron into a folder, as an unpacked one lies there. */
  unpackElectron(folder: string): string {
    this.write(join(folder, 'electron'), APP)
    // Or the project's own makes the program an ES module.
    this.write(join(folder, 'package.json'), '{}')
    chmodSync(join(this.root, folder, 'electron'), 0o755)
    return join(this.root, folder)
  }

  installElectron(): void {
    this.write('node_modules/electron/path.txt', 'electron')
    this.unpackElectron('node_modules/electron/dist')
  }

  /** The installer's program, CommonJS as the real one. */
  writeInstaller(program: string): void {
    this.write('node_modules/electron/package.json', '{}')
    this.write('node_modules/electron/install.js', program)
  }

  /** Electron's real installer with what it needs, which trusts an archive of ours. */
  copyInstaller(sha256: string): void {
    const from = join(ROOT, 'node_modules')
    const { version } = JSON.parse(readFileSync(join(from, 'electron', 'package.json'), 'utf8')) as { version: string }
    for (const name of ['install.js', 'package.json']) {
      this.write(`node_modules/electron/${name}`, readFileSync(join(from, 'electron', name), 'utf8'))
    }
    const archive = `electron-v${version}-${process.platform}-${process.arch}.zip`
    this.write('node_modules/electron/checksums.json', JSON.stringify({ [archive]: sha256 }))
    for (const scope of ['@electron', '@electron-internal'])
      symlinkSync(join(from, scope), join(this.root, 'node_modules', scope))
  }

  start(args: readonly string[] = [], env: Record<string, string> = {}): Run {
    return new Run(this.root, args, env)
  }
}

/** A running `npm start`. */
export class Run {
  output = ''
  readonly #child: ChildProcess
  readonly exit: Promise<number | null>

  constructor(root: string, args: readonly string[], env: Record<string, string>) {
    const clean = { PATH: process.env['PATH'] ?? '', HOME: root, HANDSHAKE_LAB_NO_OPEN: '1', ...env }
    this.#child = spawn(process.execPath, [join(root, 'scripts', 'start.mjs'), ...args], { cwd: root, env: clean })
    for (const stream of [this.#child.stdout, this.#child.stderr]) stream?.on('data', (chunk) => (this.output += chunk))
    this.exit = new Promise((resolve) => this.#child.on('close', resolve))
    endings.push(() => this.#child.kill('SIGKILL'))
  }

  /** On the keyboard. */
  type(text: string): void {
    this.#child.stdin?.write(text)
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name)
  }

  /** The lines it said of itself. */
  get said(): string[] {
    return this.output.split('\n').filter((line) => line.startsWith('Handshake Lab: '))
  }

  get url(): string {
    return /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/.exec(this.output)?.[0] ?? ''
  }
}

/** Whether a process is there. A zombie that nobody waits for any more counts as gone. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  const stat = `/proc/${pid}/stat`
  return !existsSync(stat) || !/\) Z /.test(readFileSync(stat, 'utf8'))
}
