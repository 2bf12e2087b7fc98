import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parseLesson } from '@shared/lesson'
import { findScenario } from '@shared/scenario/catalogue'

it('has an example in the guide that the app takes', () => {
  const guide = readFileSync(new URL('../../../../docs/lessons.md', import.meta.url), 'utf8')
  const example = /```json\n([\s\S]*?)```/.exec(guide)?.[1] ?? ''
  const parsed = parseLesson(example, { knowsScenario: (id) => findScenario(id) !== undefined })
  expect(parsed).toMatchObject({ ok: true, value: { id: 'my-first-lesson' } })
})
