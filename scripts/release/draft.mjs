/**
 * `node scripts/release/draft.mjs <folder> [--print]`: makes a draft of the release on GitHub, with all files of the folder. A person reads it
 * and publishes it. With --print it only shows the text.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '../build-if-needed.mjs'
import { readManifest } from '../package/identity.mjs'

const { values, positionals } = parseArgs({
  options: { print: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const folder = resolve(positionals[0] ?? 'dist/release')
const names = readdirSync(folder).sort()
const { version } = readManifest(ROOT)
const notes = releaseNotes(names)

if (values.print) console.log(notes)
else {
  const file = join(tmpdir(), `handshake-lab-notes-${process.pid}.md`)
  writeFileSync(file, notes)
  const files = names.map((name) => join(folder, name))
  const args = [
    'release',
    'create',
    `v${version}`,
    ...files,
    '--draft',
    '--verify-tag',
    '--title',
    `Handshake Lab ${version}`,
  ]
  const { status, error } = spawnSync('gh', [...args, '--notes-file', file], { stdio: 'inherit' })
  if (status !== 0) throw new Error(`gh could not make the draft: ${error?.message ?? `code ${status}`}`)
}

/**
 * @param {string[]} files
 * @returns {string}
 */
function releaseNotes(files) {
  const unsigned = files.filter((name) => name.includes('-unsigned'))
  const warning = [
    '**Nobody has signed these files**, because the project has no certificate for them: ' + unsigned.join(', ') + '.',
    'macOS and Windows will say so; README, "Install", says what to do. Check them against SHA256SUMS and their attestation first.',
    '',
    '**这些文件没有签名**，macOS 和 Windows 会提示。请先核对 SHA256SUMS 与来源证明，再按 README 的说明安装。',
  ]
  return [
    ...(unsigned.length > 0 ? warning : ['The packages for macOS and Windows are signed.']),
    '',
    '```sh',
    'sha256sum --check --ignore-missing SHA256SUMS',
    'gh attestation verify <file> --repo <owner>/<repository>',
    '```',
    '',
  ].join('\n')
}
