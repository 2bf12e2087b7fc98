import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** What may not be imported from where, and the rule of .dependency-cruiser.cjs that has to say so. */
const FORBIDDEN = [
  ['src/shared/tcp/a.ts', 'node:fs', 'shared-is-pure'],
  ['src/shared/tcp/b.ts', 'electron', 'shared-is-pure'],
  ['src/shared/tcp/c.ts', '../../renderer/target', 'shared-is-pure'],
  ['src/shared/text/a.ts', 'valibot', 'texts-may-be-compiled'],
  ['src/shared/trace/a.ts', 'd3-shape', 'schemas-may-use-valibot'],
  ['src/shared/diagram/a.ts', 'd3', 'diagram-may-use-dom-free-d3'],
  ['src/shared/diagram/b.ts', 'vue', 'diagram-may-use-dom-free-d3'],
  ['src/main/lab/a.ts', 'electron', 'lab-is-electron-free'],
  ['src/main/lab/b.ts', '../desktop/target', 'lab-is-electron-free'],
  ['src/main/lab/c.ts', 'ws', 'lab-is-electron-free'],
  ['src/main/files/a.ts', 'electron', 'files-are-for-every-host'],
  ['src/main/files/b.ts', '../lab/target', 'files-are-for-every-host'],
  ['src/main/desktop/a.ts', 'ws', 'desktop-imports'],
  ['src/main/desktop/b.ts', '../web/target', 'hosts-are-strangers'],
  ['src/main/web/a.ts', 'electron', 'web-and-cli-without-electron'],
  ['src/main/web/b.ts', '../cli/target', 'hosts-are-strangers'],
  ['src/main/cli/a.ts', '../desktop/target', 'web-and-cli-without-electron'],
  ['src/main/cli/b.ts', '../web/target', 'hosts-are-strangers'],
  ['src/preload/a.ts', '../main/lab/target', 'preload-is-small'],
  ['src/preload/b.ts', 'node:fs', 'preload-is-small'],
  ['src/preload/c.ts', '../shared/tcp/target', 'preload-is-small'],
  ['src/renderer/a.ts', 'electron', 'renderer-stays-in-the-browser'],
  ['src/renderer/b.ts', '../main/lab/target', 'renderer-stays-in-the-browser'],
  ['src/renderer/c.ts', 'node:path', 'renderer-without-node'],
  ['src/renderer/components/a.ts', '../client/target', 'components-reach-the-lab-through-stores'],
  ['src/renderer/components/b.vue', '../client/target', 'components-reach-the-lab-through-stores'],
  ['src/renderer/views/c.vue', 'electron', 'renderer-stays-in-the-browser'],
  ['src/renderer/stores/a.ts', '../components/target', 'stores-below-what-uses-them'],
  ['src/renderer/stores/b.ts', '../composables/target', 'stores-below-what-uses-them'],
  ['src/renderer/stores/c.ts', '../files/target', 'stores-below-what-uses-them'],
  ['src/renderer/composables/a.ts', '../components/target', 'shared-ways-below-components'],
  ['src/renderer/files/a.ts', '../views/target', 'shared-ways-below-components'],
  ['src/renderer/connection/a.ts', '../stores/target', 'renderer-plain-functions'],
  ['src/renderer/pace/a.ts', '../components/target', 'renderer-plain-functions'],
  ['src/shared/tcp/d.ts', './nowhere', 'resolvable'],
] as const

/** What must stay allowed, so that no rule is stricter than the table it stands for. */
const ALLOWED = [
  ['src/shared/tcp/ok.ts', '../text/target'],
  ['src/shared/text/ok.ts', '@intlify/core-base'],
  ['src/shared/protocol/ok.ts', 'valibot'],
  ['src/shared/diagram/ok.ts', 'd3-array'],
  ['src/shared/diagram/wide.ts', 'get-east-asian-width'],
  ['src/main/lab/ok.ts', 'node:net'],
  ['src/main/files/ok.ts', 'node:fs'],
  ['src/main/desktop/ok.ts', '../lab/target'],
  ['src/main/desktop/ok2.ts', '../files/target'],
  ['src/main/web/ok.ts', 'ws'],
  ['src/main/cli/ok.ts', 'commander'],
  ['src/preload/ok.ts', '../shared/protocol/target'],
  ['src/renderer/stores/ok.ts', '../client/target'],
  ['src/renderer/components/ok.ts', 'vue'],
  ['src/renderer/components/ok-too.ts', '../files/target'],
  ['src/renderer/files/ok.ts', '../stores/target'],
  ['src/renderer/stores/ok-too.ts', '../connection/target'],
  ['src/renderer/pace/ok.ts', 'vue'],
] as const

const TARGETS = [
  'main/cli',
  'main/desktop',
  'main/files',
  'main/lab',
  'main/web',
  'renderer',
  'renderer/client',
  'shared/tcp',
]
const RENDERER_TARGETS = ['components', 'composables', 'connection', 'files', 'stores', 'views']
const MORE_TARGETS = ['shared/text', 'shared/protocol', ...RENDERER_TARGETS.map((name) => `renderer/${name}`)]

let folder = ''
let violations: { rule: string; from: string; to: string }[] = []

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'handshake-lab-imports-'))
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
  for (const file of readdirSync(ROOT)) {
    if (/^tsconfig.*\.json$|^package\.json$|^\.dependency-cruiser\.cjs$/.test(file))
      copyFileSync(join(ROOT, file), join(folder, file))
  }
  for (const place of [...TARGETS, ...MORE_TARGETS]) put(`src/${place}/target.ts`, 'export const target = 1\n')
  for (const [from, to] of [...FORBIDDEN, ...ALLOWED]) put(from, source(from, to))
  put('src/shared/tcp/one.ts', "import { two } from './two'\nexport const one = (): number => two()\n")
  put('src/shared/tcp/two.ts', "import { one } from './one'\nexport const two = (): number => one()\n")
  put('src/shared/tcp/three.ts', "import type { Four } from './four'\nexport type Three = Four[]\n")
  put('src/shared/tcp/four.ts', "import type { Three } from './three'\nexport type Four = { three: Three }\n")
  put('src/renderer/one.ts', "import type { Two } from './two'\nexport type One = Two | null\n")
  put('src/renderer/two.ts', "import type { One } from './one'\nexport type Two = { one: One }\n")
  violations = cruise()
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the import rules', () => {
  test.each(FORBIDDEN)('%s may not import %s: %s', (from, _to, rule) => {
    expect(violations.filter((violation) => violation.from === from).map((violation) => violation.rule)).toContain(rule)
  })

  test.each(ALLOWED)('%s may import %s', (from) => {
    expect(violations.filter((violation) => violation.from === from)).toEqual([])
  })

  test('a cycle is found', () => {
    expect(violations.filter(({ rule }) => rule === 'no-cycles').map(({ from }) => from)).toContain(
      'src/shared/tcp/one.ts',
    )
  })

  test('a circle of types is found in the core', () => {
    expect(violations.filter(({ rule }) => rule === 'no-circles-in-shared').map(({ from }) => from)).toContain(
      'src/shared/tcp/four.ts',
    )
  })

  test('in the renderer a cycle of types is found too', () => {
    expect(violations.filter(({ rule }) => rule === 'renderer-without-circles').map(({ from }) => from)).toContain(
      'src/renderer/one.ts',
    )
  })
})

const source = (from: string, to: string): string =>
  from.endsWith('.vue')
    ? `<script setup lang="ts">\nimport * as it from '${to}'\nconsole.log(it)\n</script>\n`
    : `import * as it from '${to}'\nexport default it\n`

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

function cruise(): typeof violations {
  const bin = join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs')
  const args = [bin, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src']
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 })
  if (stdout === '') throw new Error(stderr)
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { rule: { name: string }; from: string; to: string }[] }
  }
  return summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }))
}
