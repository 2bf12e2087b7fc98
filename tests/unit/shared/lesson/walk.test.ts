import { describe, expect, it } from 'vitest'
import { findSegment, holds, LESSONS, effects, offers, uncoveredAt, startBefore, type Lesson } from '@shared/lesson'
import { diagnose, question, rightAnswer } from '@shared/predict'
import { findScenario } from '@shared/scenario/catalogue'
import { simulate } from '@shared/tcp/simulate'
import { twin } from '@shared/tcp/twin'
import type { Connection } from '@shared/trace/schema'
import { captured, isCaptured } from '../predict/conversations'

/**
 * What a learner has on the screen after the action: a recorded run of the real sockets, or the simulation. Of a live
 * scenario that nobody has recorded, the simulation by Linux's manners stands in.
 */
function played(id: string): Connection {
  const entry = findScenario(id)
  if (!entry) throw new Error(`the catalogue has no "${id}"`)
  if (entry.kind === 'live' && isCaptured(id)) {
    const record = captured(id)
    return twin({ ...record, allowHalfOpen: halfOpen(entry.scenario), segments: [] })
  }
  const trace = simulate(entry.kind === 'live' ? { ...entry.scenario, profile: 'linux' } : entry.scenario)
  const connection = trace.ok ? trace.value.connections[0] : undefined
  if (!connection) throw new Error(`"${id}" made no connection`)
  return connection
}

const halfOpen = (scenario: NonNullable<ReturnType<typeof findScenario>>['scenario']): Connection['allowHalfOpen'] => ({
  client: scenario.client.allowHalfOpen,
  server: scenario.server.allowHalfOpen,
})

/** Each step with what is on the screen at it. */
function* walk(lesson: Lesson): Generator<{ index: number; connection: Connection | null }> {
  let connection: Connection | null = null
  for (const [index, step] of lesson.steps.entries()) {
    if (step.kind === 'do')
      connection = step.action.do === 'play' ? played(step.action.scenario) : captured('echo-twice')
    if (step.kind === 'do' && step.action.do !== 'play')
      connection = twin({ ...connection, segments: [] } as Connection)
    yield { index, connection }
  }
}

describe.each(LESSONS.map((lesson) => [lesson.id, lesson] as const))('lesson %s', (_, lesson) => {
  it('has five to ten short steps in both languages', () => {
    expect(lesson.steps.length).toBeGreaterThanOrEqual(5)
    expect(lesson.steps.length).toBeLessThanOrEqual(10)
    for (const step of lesson.steps) {
      expect(step.text.en.length).toBeLessThan(450)
      expect(step.text['zh-CN']).toMatch(/[\u4e00-\u9fff]/)
      expect(step.text.en).not.toMatch(/[\u4e00-\u9fff]/)
    }
  })

  it('finds everything it points at, asks about and checks', () => {
    for (const { index, connection } of walk(lesson)) {
      const step = lesson.steps[index]
      if (!step || !connection) continue
      const where = `${lesson.id} step ${index + 1}: ${connection.segments.map((one) => `${one.from[0]}:${one.flags}:${one.relSeq}/${one.relAck}+${one.len}`).join(' ')}`
      if (step.kind === 'do')
        for (const effect of step.until ?? effects(step.action)) expect(holds(effect, connection), where).toBe(true)
      expect(offers(step, connection), where).not.toBe(false)
      if (step.kind === 'predict') {
        const segment = findSegment(connection, step.segment)
        expect(segment, where).toBeDefined()
        const n = segment?.n ?? 0
        const answer = rightAnswer(connection, n, step.notation)
        expect(answer && diagnose(connection, n, answer)?.right, where).toBe(true)
        if (step.states) expect(question(connection, n)?.statesKnown, where).toBe(true)
      }
    }
  })

  it('needs a connection only after a step that makes one', () => {
    for (const [index, step] of lesson.steps.entries())
      if (offers(step, null) === false)
        expect(startBefore(lesson, index), `step ${index + 1}`).toBeGreaterThanOrEqual(0)
  })

  it('never shows what it is about to ask', () => {
    for (const { index, connection } of walk(lesson)) {
      const step = lesson.steps[index]
      if (step?.kind !== 'predict' || !connection) continue
      const n = findSegment(connection, step.segment)?.n ?? 0
      const shown = uncoveredAt(lesson, index, connection)
      expect(shown, `step ${index + 1}`).not.toBeNull()
      expect(shown).toBeLessThan(n)
      expect(uncoveredAt(lesson, index, connection, true)).toBeGreaterThanOrEqual(n)
    }
  })

  it('shows everything at its end', () => {
    const last = [...walk(lesson)].at(-1)
    if (last?.connection) expect(uncoveredAt(lesson, last.index, last.connection)).toBeNull()
  })
})

describe('the lessons', () => {
  it('are fourteen to sixteen, each with its own id, a goal and a question at the end', () => {
    expect(LESSONS.length).toBeGreaterThanOrEqual(14)
    expect(LESSONS.length).toBeLessThanOrEqual(16)
    for (const { summary, steps, id } of LESSONS) {
      expect(summary.en).toMatch(/^Goal: /)
      expect(summary['zh-CN']).toMatch(/^目标：/)
      expect([id, steps.at(-1)?.kind]).toEqual([id, 'quiz'])
    }
    expect(new Set(LESSONS.map(({ id }) => id)).size).toBe(LESSONS.length)
  })
})
