import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import satisfies from 'spdx-satisfies'
import { beforeAll, describe, expect, it } from 'vitest'
import { ROOT, buildIfNeeded } from '../../../scripts/build-if-needed.mjs'
import { readRecord } from '../../../scripts/build/record.mjs'
import { billOfMaterials } from '../../../scripts/release/sbom.mjs'
import { shipped } from '../../../scripts/release/shipped.mjs'

/**
 * Licences under which a package may come with ours. All let anyone pass the code on under MIT around it; MPL asks for the
 * source of its own files, which their authors publish. A new one is a decision of a person, who reads it first.
 */
const ALLOWED = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MPL-2.0',
  'Unlicense',
]

beforeAll(async () => {
  const build = await buildIfNeeded({ log: () => undefined })
  if (!build.ok) throw new Error(build.message)
}, 120_000)

describe('everything that reaches people', () => {
  it('has a licence that lets us pass it on', () => {
    const found = shipped(ROOT)
    expect(new Set(found.map(({ where }) => where))).toEqual(new Set(['bundle', 'desktop', 'npm']))
    expect(found.filter(({ license }) => !satisfies(license, ALLOWED))).toEqual([])
  })

  it('stands in the notices, when its code is in the bundle, with the words of its licence', () => {
    const notices = readFileSync(join(ROOT, 'out', 'THIRD-PARTY-NOTICES.txt'), 'utf8')
    const bundled = shipped(ROOT).filter(({ where }) => where === 'bundle')
    expect(bundled.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['@vue/runtime-core', 'd3-zoom', 'pinia', 'valibot']),
    )
    for (const { name, version, license } of bundled) expect(notices).toContain(`\n${name} ${version} (${license})\n`)
    expect(notices.match(/Permission (is hereby granted|to use, copy, modify)/g)?.length).toBeGreaterThan(10)
  })

  it('is in the record of the bundle because its code is there', () => {
    const { packages } = Object.values(readRecord(ROOT, 'renderer')).reduce((all, chunk) => ({
      ...all,
      packages: [...all.packages, ...chunk.packages],
    }))
    expect(packages).toContain('node_modules/reka-ui')
    expect(packages).not.toContain('node_modules/electron')
  })

  it('stands in the bill of materials, which is the same at each making', () => {
    const bill = billOfMaterials(ROOT)
    expect(billOfMaterials(ROOT)).toBe(bill)
    const { bomFormat, specVersion, metadata, components } = JSON.parse(bill) as Record<string, unknown>
    expect([bomFormat, specVersion]).toEqual(['CycloneDX', '1.6'])
    expect(metadata).toMatchObject({ component: { name: 'handshake-lab', licenses: [{ license: { id: 'MIT' } }] } })
    const names = shipped(ROOT).map(({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`)
    const listed = (components as { purl: string }[]).map(({ purl }) => purl)
    expect(listed.sort()).toEqual([...new Set(names)].sort())
  })
})
