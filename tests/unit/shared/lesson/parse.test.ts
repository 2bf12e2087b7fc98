import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LESSONS, parseLesson } from '@shared/lesson'

const good = {
  id: 'my-lesson',
  title: { en: 'Mine', 'zh-CN': '我的' },
  summary: { en: 'Short.', 'zh-CN': '简短。' },
  steps: [
    { kind: 'read', text: { en: 'Read.', 'zh-CN': '读。' } },
    { kind: 'do', text: { en: 'Do.', 'zh-CN': '做。' }, action: { do: 'play', scenario: 'no-such-scenario' } },
  ],
}
const lined = (value: unknown): string => JSON.stringify(value, null, 2)

/** What a refusal says, in the words that tests compare. */
function refusal(text: string, options = {}): { code: string; line: unknown; column: unknown; reason: unknown } {
  const result = parseLesson(text, options)
  if (result.ok) throw new Error('the lesson was taken')
  const { line, column, reason } = result.error.params ?? {}
  return { code: result.error.code, line, column, reason }
}

describe('a lesson file', () => {
  it('is taken when it is right, with defaults filled in', () => {
    const result = parseLesson(lined(good))
    expect(result.ok && result.value.minutes).toBe(5)
  })

  it('may begin with a byte order mark', () => {
    expect(parseLesson(`\uFEFF${lined(good)}`).ok).toBe(true)
  })

  it('is refused at the line of a missing comma', () => {
    const text = lined(good).replace('"my-lesson",', '"my-lesson"')
    expect(refusal(text)).toMatchObject({ code: 'lesson-not-json', line: 3, reason: 'comma expected' })
  })

  it('is refused when it is empty', () => {
    expect(refusal('')).toMatchObject({ code: 'lesson-not-json', line: 1 })
  })

  it.each(['// a comment\n{}', '{"id": "a",}', '[1, 2', '\u0000'])('is refused when it is not JSON: %j', (text) => {
    expect(refusal(text).code).toBe('lesson-not-json')
  })

  it('is refused at the line of a value that is not allowed', () => {
    const text = lined({ ...good, steps: [{ kind: 'sing', text: good.title }] })
    const line = text.split('\n').findIndex((one) => one.includes('sing')) + 1
    expect(refusal(text)).toMatchObject({ code: 'lesson-invalid', line })
  })

  it('is refused at the object in which a language is missing', () => {
    const text = lined({ ...good, summary: { en: 'Only English.' } })
    const line = text.split('\n').findIndex((one) => one.includes('"summary"')) + 1
    const said = refusal(text)
    expect(said).toMatchObject({ code: 'lesson-invalid', line })
    expect(said.reason).toContain('zh-CN')
  })

  it('is refused at a key that it does not know, by name', () => {
    const text = lined({ ...good, author: 'me' })
    const line = text.split('\n').findIndex((one) => one.includes('"author"')) + 1
    expect(refusal(text)).toMatchObject({ line, reason: 'the key "author" is not known here' })
  })

  it('is refused where a quiz has no right choice', () => {
    const choice = { text: good.title, why: good.title }
    const text = lined({ ...good, steps: [{ kind: 'quiz', text: good.title, choices: [choice, choice] }] })
    expect(refusal(text).reason).toContain('at least one choice')
  })

  it('is refused at a scenario that the catalogue lacks', () => {
    const line =
      lined(good)
        .split('\n')
        .findIndex((one) => one.includes('no-such-scenario')) + 1
    expect(refusal(lined(good), { knowsScenario: () => false })).toMatchObject({
      code: 'lesson-unknown-scenario',
      line,
    })
  })

  it('is refused, never thrown over, whatever is in it', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((text) => `{"id": "a", "steps": ${text}}`),
    )
    fc.assert(
      fc.property(anything, (text) => !parseLesson(text).ok),
      { numRuns: 300 },
    )
  })

  it('survives any single change of a letter: taken or refused with a place inside it', () => {
    const text = lined(LESSONS[1])
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('', '"', '}', 'x', ',', '\n'), (at, letter) => {
        const result = parseLesson(text.slice(0, at) + letter + text.slice(at + 1))
        if (result.ok) return true
        return (
          Number(result.error.params?.['line']) >= 1 &&
          Number(result.error.params?.['line']) <= text.split('\n').length + 1
        )
      }),
      { numRuns: 300 },
    )
  })
})
