import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import LessonPanel from '@renderer/components/lesson/LessonPanel.vue'
import { useConnections } from '@renderer/stores/connections'
import { useControls } from '@renderer/stores/controls'
import { useLesson } from '@renderer/stores/lesson'
import { useLessonActions } from '@renderer/stores/lesson-actions'
import { useViews } from '@renderer/stores/views'
import { ok } from '@shared/result'
import { show, type Harness } from '../support/app'
import { createFakeLab } from '../support/fake-lab'
import { button, click, isOff, pageText } from '../support/page'
import { event, record, trace } from '../support/samples'

/** Steps: read, connect, look ×3, quiz, send, check, read. */
const LESSON = 'what-a-connection-is'
const SEND = 6

let shown: Harness
beforeEach(async () => {
  shown = await show(LessonPanel)
})
afterEach(() => {
  shown.wrapper.unmount()
  localStorage.clear()
  sessionStorage.clear()
})

const asked = (): string[] => shown.lab.asked.map(({ command }) => command).filter((command) => command !== 'snapshot')
const handshake = [event(0, 'client', 'connect'), event(1, 'server', 'connection')]

async function begin(id: string, phase: 'open' | 'closed' = 'open'): Promise<void> {
  shown.lab.emit([{ kind: 'connection', record: record({ id, events: handshake }, { phase }) }])
  await flushPromises()
}

describe('the stage of a lesson, with a fake LabClient', () => {
  const open = (id = LESSON): void => {
    useViews().current = 'lesson'
    useLesson().open(id)
  }

  it('is empty until the lesson makes a connection, whatever was shown before', async () => {
    useConnections().add(trace(), true)
    open()
    expect(useConnections().selected).toBeNull()
    await begin('c1')
    expect(useConnections().selected?.key).toBe('c1')
  })

  it('stays empty while an earlier connection goes on', async () => {
    await begin('c1')
    open()
    shown.lab.emit([{ kind: 'event', connection: 'c1', index: 2, event: event(9, 'client', 'call:end') }])
    expect(useConnections().selected).toBeNull()
  })

  it('gives the reader’s connection and controls back when it is left, and shows its own when it is gone on with', async () => {
    await begin('c1', 'closed')
    useControls().scenarioId = 'echo-twice'
    open()
    useLesson().move(1)
    expect(useControls().scenarioId).toBeNull()
    await begin('c2')
    useViews().current = 'explore'
    await nextTick()
    expect(useConnections().chosen).toBe('c1')
    expect(useControls().scenarioId).toBe('echo-twice')
    useViews().current = 'lesson'
    await nextTick()
    expect(useConnections().chosen).toBe('c2')
    useLesson().open('half-close')
    expect(useConnections().selected).toBeNull()
    useLesson().open(null)
    expect(useConnections().chosen).toBe('c1')
  })

  it('is there again, with its lesson and the view, when the page is loaded anew in the same tab', async () => {
    open()
    await begin('c1')
    shown.wrapper.unmount()
    const lab = createFakeLab()
    const later = record({ id: 'c2', observes: ['server'] })
    lab.snapshot = { ...lab.snapshot, connections: [record({ id: 'c1', events: handshake }), later] }
    shown = await show(LessonPanel, { lab })
    expect(useViews().current).toBe('lesson')
    expect(useLesson().lesson?.id).toBe(LESSON)
    expect(useConnections().chosen).toBe('c1')
  })

  it('is empty again when the lesson is started over', async () => {
    open()
    await begin('c1')
    useLesson().restart()
    expect(useConnections().selected).toBeNull()
  })

  it('takes a connection that was made before the step that asks for it', async () => {
    open()
    await begin('c1')
    useLesson().move(1)
    await flushPromises()
    expect(useLesson().stepDone).toBe(true)
  })

  it('closes a connection that is in the way, and says so', async () => {
    await begin('c1')
    open()
    useLesson().move(1)
    await flushPromises()
    expect(pageText()).toContain('Another connection is still open')
    shown.lab.answers.stop = () => {
      shown.lab.emit([{ kind: 'connection', record: record({ id: 'c1' }, { phase: 'closed' }) }])
      return Promise.resolve(ok({}))
    }
    await click(button('Connect for me'))
    expect(asked().slice(-2)).toEqual(['stop', 'connect'])
  })
})

describe('a step that cannot go on, with a fake LabClient', () => {
  it.each([
    ['the connection is closed', true, 'This connection is closed', 'Connect again'],
    ['there is none', false, 'The connection that this step is about is not there.', 'Connect for me'],
  ])('says that %s, and connects again', async (_, made, words, label) => {
    useViews().current = 'lesson'
    useLesson().open(LESSON)
    useLesson().move(1)
    if (made) await begin('c1', 'closed')
    useLesson().move(SEND - 1)
    await flushPromises()
    expect(pageText()).toContain(words)
    shown.lab.answers.connect = () => Promise.resolve(ok({ connection: 'c2' }))
    await click(button(label))
    expect(asked().at(-1)).toBe('connect')
    await begin('c2')
    expect(pageText()).not.toContain(words)
    expect(isOff('Send it for me')).toBe(false)
  })

  it('says nothing while the connection lives', async () => {
    useViews().current = 'lesson'
    useLesson().open(LESSON)
    await begin('c1')
    useLesson().move(SEND)
    await flushPromises()
    expect(useLessonActions().lack).toBeNull()
    expect(pageText()).toContain('Waiting for it to happen.')
  })
})
