/** `node scripts/release/checksums.mjs <folder>`: writes SHA256SUMS of the files in it, as `sha256sum --check` reads it. */
import { createHash } from 'node:crypto'
import { createReadStream, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

const NAME = 'SHA256SUMS'
const folder = process.argv[2] ?? 'dist/release'

const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && entry.name !== NAME)
let text = ''
for (const { name } of files.sort((a, b) => (a.name < b.name ? -1 : 1))) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(join(folder, name)), hash)
  text += `${hash.digest('hex')}  ${name}\n`
}
writeFileSync(join(folder, NAME), text)
console.log(`${join(folder, NAME)}: ${files.length} files`)
