import { afterEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import LessonList from '@renderer/components/lesson/LessonList.vue'
import LessonPanel from '@renderer/components/lesson/LessonPanel.vue'
import EventLog from '@renderer/components/program/EventLog.vue'
import StagePane from '@renderer/components/stage/StagePane.vue'
import { useConnections } from '@renderer/stores/connections'
import { useLesson } from '@renderer/stores/lesson'
import { usePredict } from '@renderer/stores/predict'
import { useSettings } from '@renderer/stores/settings'
import { useShown } from '@renderer/stores/shown'
import { useViews } from '@renderer/stores/views'
import { LESSONS } from '@shared/lesson'
import { show, type Harness } from '../support/app'
import { button, click } from '../support/page'
import { conversation, event, record, trace } from '../support/samples'

let shown: Harness | null = null
afterEach(() => {
  shown?.wrapper.unmount()
  shown = null
  localStorage.clear()
})

describe('the list of lessons', () => {
  it('shows every lesson in the language of the reader', async () => {
    shown = await show(LessonList)
    for (const lesson of LESSONS) expect(shown.wrapper.text()).toContain(lesson.title.en)
  })

  it('refuses a broken file with its line and reason', async () => {
    shown = await show(LessonList)
    useLesson().load('{\n  "id": "mine"\n  "title": 1 }')
    await nextTick()
    const said = shown.wrapper.find('[role=alert]').text()
    expect(said).toContain('Line 3')
    expect(said).toContain('comma expected')
  })

  it.each([
    ['{\n  "id": "mine"\n  "title": 1 }', '第 3 行，第 3 列： 此处缺少逗号'],
    ['', '第 1 行，第 1 列： 此处应为一个值'],
    [JSON.stringify({ ...LESSONS[0], summary: { en: 'Short.' } }), 'summary.zh-CN 缺少此字段'],
    [JSON.stringify({ ...LESSONS[0], author: 'me' }), 'author 不是已知的字段'],
    [JSON.stringify({ ...LESSONS[0], minutes: '5' }), 'minutes 的值为 "5"，应为 number'],
  ])('gives the reason in Chinese too: %#', async (file, reason) => {
    shown = await show(LessonList, { language: 'zh-CN' })
    useLesson().load(file)
    await nextTick()
    expect(shown.wrapper.find('[role=alert]').text().replace(/\s+/g, ' ')).toContain(reason)
  })

  it.each([
    ['en', 0, 'minutes is 0; expected at least 1'],
    ['en', 999, 'minutes is 999; expected at most 120'],
    ['zh-CN', 999, 'minutes 的值为 999，应为 ≤ 120'],
  ] as const)('says a limit in words, in %s: %d', async (language, minutes, reason) => {
    shown = await show(LessonList, { language })
    useLesson().load(JSON.stringify({ ...LESSONS[0], minutes }))
    await nextTick()
    expect(shown.wrapper.find('[role=alert]').text().replace(/\s+/g, ' ')).toContain(reason)
  })

  it('opens a teacher’s own file, and keeps the app’s own lessons as they are', async () => {
    shown = await show(LessonList)
    const mine = { ...LESSONS[0], id: 'mine' }
    useLesson().load(JSON.stringify(mine))
    expect(useLesson().lesson?.id).toBe('mine')
    useLesson().load(JSON.stringify(LESSONS[0]))
    expect(useLesson().error?.code).toBe('lesson-id-taken')
    expect(useLesson().lessons).toHaveLength(LESSONS.length + 1)
  })
})

describe('a lesson', () => {
  const quizOf = (id: string): number =>
    LESSONS.find((lesson) => lesson.id === id)?.steps.findIndex(({ kind }) => kind === 'quiz') ?? -1

  it('is resumed where it was left, with what was done', async () => {
    shown = await show(LessonPanel)
    useLesson().open('half-close')
    useLesson().move(1)
    useLesson().open(null)
    useLesson().open('half-close')
    await nextTick()
    expect(useLesson().at).toBe(1)
    expect([...useLesson().done]).toEqual([0])
    expect(shown.wrapper.text()).toContain('Step 2 of 9')
  })

  it('lets a wrong choice be followed by the right one', async () => {
    shown = await show(LessonPanel)
    useLesson().open('why-three')
    expect(quizOf('why-three')).toBe(0)
    await nextTick()
    const choices = shown.wrapper.findAll('.choice')
    await choices[0]?.trigger('click')
    expect(useLesson().stepDone).toBe(false)
    expect(shown.wrapper.text()).toContain('Not quite.')
    await choices[1]?.trigger('click')
    expect(useLesson().stepDone).toBe(true)
  })

  it('says of a simulation that it was played, not that it really happened', async () => {
    shown = await show(LessonPanel)
    useLesson().open('leaks')
    useLesson().move(1)
    await nextTick()
    await click(button('Play it'))
    expect(shown.wrapper.find('[role=status]').text()).toBe('Done: the simulation has been played.')
  })

  it('says that what was to be changed is', async () => {
    shown = await show(LessonPanel)
    useLesson().open('handshake-number-by-number')
    useLesson().move(5)
    await nextTick()
    const said = shown.wrapper.find('[role=status]')
    expect(said.text()).toBe('Waiting for it to happen.')
    await click(button('Change it for me'))
    expect(said.text()).toBe('Done.')
    expect(said.element.isConnected).toBe(true)
    await click(button('Do it again'))
    expect(useSettings().seq).toBe('absolute')
  })

  it.each([
    ['above the covered diagram', StagePane, /failed.*ECONNREFUSED/],
    ['beside it', EventLog, /connect.*ECONNREFUSED/],
  ])('does not give away, %s, how it ends', async (_, pane, whole) => {
    shown = await show(pane)
    const events = [event(0, 'client', 'call:connect'), event(9, 'client', 'error', { code: 'ECONNREFUSED' })]
    shown.lab.emit([{ kind: 'connection', record: record({ events }, { phase: 'failed' }) }])
    await nextTick()
    expect(shown.wrapper.text()).toMatch(whole)
    useViews().current = 'predict'
    usePredict().next()
    await nextTick()
    expect(shown.wrapper.text()).not.toMatch(/failed|ECONNREFUSED|RST/)
    usePredict().answer()
    await nextTick()
    expect(shown.wrapper.text()).toMatch(whole)
  })

  it('covers the conversation that it is about to ask about', async () => {
    shown = await show(LessonPanel)
    useViews().current = 'lesson'
    useLesson().open('data-and-acks')
    useLesson().move(1)
    useConnections().add(trace({ scenario: 'request-response-client-end', connections: [conversation()] }), true)
    await nextTick()
    const uncovered = (): number | undefined => useShown().connection?.segments.length
    expect(uncovered()).toBe(0)
    expect(useLesson().stepDone).toBe(true)
    useLesson().move(1)
    await nextTick()
    expect(uncovered()).toBe(3)
    useLesson().answer()
    await nextTick()
    expect(uncovered()).toBe(4)
  })
})
