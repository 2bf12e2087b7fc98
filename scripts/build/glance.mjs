import { statSync } from 'node:fs'
import { join } from 'node:path'
import { inputs } from './inputs.mjs'

/** A file that changed so lately, milliseconds, might change once more within the same tick of its file system's clock. */
const SETTLED = 2000

/**
 * What the file system says of the sources without reading one: while that stays the same, so does their content. The
 * time of the last change to the inode is part of it, which no program can set back as it can the time of the content;
 * it is how git, too, knows which files it need not read.
 *
 * @param {string} root the project's folder
 * @param {number} now milliseconds since 1970
 * @returns {{ text: string, settled: boolean }} settled: whether this can be relied on later
 */
export function glance(root, now) {
  let youngest = 0
  const lines = inputs(root).map((path) => {
    const found = statSync(join(root, path), { bigint: true, throwIfNoEntry: false })
    if (!found) return `${path} -`
    youngest = Math.max(youngest, Number(found.ctimeMs))
    return `${path} ${found.size} ${found.ino} ${found.mtimeNs} ${found.ctimeNs}`
  })
  return { text: lines.join('\n'), settled: now - youngest > SETTLED }
}
