import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { drawIcons } from '../../../scripts/package/icons.mjs'

const FOLDER = fileURLToPath(new URL('../../../resources/icons', import.meta.url))

describe('the icons', () => {
  it('are those of the one picture, for each system: npm run icons', async () => {
    for (const [path, bytes] of await drawIcons()) {
      expect(readFileSync(join(FOLDER, path)).equals(bytes), `${path} is out of date: run "npm run icons"`).toBe(true)
    }
  })
})
