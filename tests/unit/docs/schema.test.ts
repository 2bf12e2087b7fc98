import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { jsonSchemas } from '../../../scripts/schema/generate'

test.each(Object.entries(jsonSchemas()))(
  'docs/schema/%s says what the validator accepts (npm run schema)',
  (name, text) => {
    const published = readFileSync(new URL(`../../../docs/schema/${name}`, import.meta.url), 'utf8')
    expect(published.replaceAll('\r\n', '\n')).toBe(text)
  },
)
