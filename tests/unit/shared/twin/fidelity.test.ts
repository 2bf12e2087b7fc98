import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { judge, loadCaptures, type Verdict } from './support/fidelity'
import { MAY_DIFFER } from './support/table'

const folder = (name: string): string => fileURLToPath(new URL(`../../../fixtures/${name}`, import.meta.url))

for (const [name, count] of [
  ['reference-captures', 15],
  ['more-captures', 86],
] as const) {
  describe(`the twin against ${name}`, () => {
    const captures = loadCaptures(folder(name))
    const verdicts: readonly Verdict[] = captures.map(judge)

    it('has them all', () => {
      expect(captures).toHaveLength(count)
    })

    it.each(captures.map((capture) => [capture.scenario.id, capture] as const))(
      '%s: every SYN, FIN, RST and data segment is right',
      (_, capture) => {
        const verdict = judge(capture)
        expect(verdict.markedRight, `${verdict.inferred}\n${verdict.recorded}`).toBe(true)
      },
    )

    it('gives a conversation that was recorded, in all but one', () => {
      const wrong = verdicts.filter(({ shapeRight }) => !shapeRight).map(({ id }) => id)
      expect(wrong.length, wrong.join(', ')).toBeLessThanOrEqual(MAY_DIFFER)
    })
  })
}
