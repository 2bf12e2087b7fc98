import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { GROUPS } from '../../mutants/index.mjs'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

describe.each(Object.entries(GROUPS))('the deliberate faults of %s', (_name, { tests, mutants }) => {
  it.each(mutants)('$name: what it replaces stands in $file once', ({ file, from, to }) => {
    expect(readFileSync(`${ROOT}${file}`, 'utf8').split(from)).toHaveLength(2)
    expect(to).not.toBe(from)
  })

  it('is held against tests that are there', () => {
    for (const test of tests) expect(readFileSync(`${ROOT}${test}`, 'utf8')).toContain('expect(')
  })
})
