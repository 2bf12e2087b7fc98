import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import App from '@renderer/App.vue'
import { useConnections } from '@renderer/stores/connections'
import { useControls } from '@renderer/stores/controls'
import { useLesson } from '@renderer/stores/lesson'
import { useToasts } from '@renderer/stores/toasts'
import { useViews } from '@renderer/stores/views'
import { ok } from '@shared/result'
import { show } from './support/app'
import type { FakeLab } from './support/fake-lab'
import { button, isOff } from './support/page'
import { event, record, trace } from './support/samples'

/** Presses the control as a keyboard does: it has the focus when it acts. */
async function pressIt(control: HTMLElement): Promise<void> {
  control.focus()
  control.click()
  await flushPromises()
}
const focused = (): string => document.activeElement?.textContent.replace(/\s+/g, ' ').trim() ?? ''

describe('the focus never falls to the page, in the app with a fake LabClient', () => {
  let lab: FakeLab
  let wrapper: VueWrapper
  beforeEach(async () => {
    localStorage.setItem('handshake-lab:language', 'en')
    ;({ wrapper, lab } = await show(App))
    lab.answers.connect = () => Promise.resolve(ok({ connection: 'c1' }))
  })
  afterEach(() => {
    wrapper.unmount()
    document.body.replaceChildren()
    localStorage.clear()
    sessionStorage.clear()
  })
  const events = [event(0, 'client', 'connect'), event(1, 'server', 'connection')]
  const open = async (): Promise<void> => {
    lab.emit([{ kind: 'connection', record: record({ events }) }])
    await flushPromises()
  }

  it('stays on Connect, which is off as long as the connection lasts', async () => {
    const connect = button('Connect')
    await pressIt(connect)
    await open()
    expect(isOff('Connect')).toBe(true)
    expect(document.activeElement).toBe(connect)
  })

  it('stays on the button of a scenario while it turns from Run to Stop and back', async () => {
    useControls().scenarioId = 'four-segment-close'
    await flushPromises()
    const start = button('Run')
    start.focus()
    lab.emit([{ kind: 'player', player: { scenario: 'four-segment-close', step: 0, steps: 4 } }])
    await flushPromises()
    expect(focused()).toContain('Stop')
    lab.emit([{ kind: 'player', player: null }])
    await flushPromises()
    expect(document.activeElement).toBe(start)
  })

  it('goes from the empty stage to the title of the diagram that replaces it', async () => {
    const inStage = [...document.querySelectorAll<HTMLElement>('.empty button')].at(0)
    await pressIt(inStage ?? document.body)
    await open()
    expect(document.activeElement?.tagName).toBe('H2')
    expect(document.activeElement?.closest('.stage')).not.toBeNull()
  })

  it('stays on a playback button that has reached the end', async () => {
    useConnections().add(trace(), true)
    await flushPromises()
    await pressIt(button('To the beginning'))
    expect(isOff('To the beginning')).toBe(true)
    expect(document.activeElement).toBe(button('To the beginning'))
    await pressIt(button('To the end'))
    expect(document.activeElement).toBe(button('To the end'))
  })

  it('goes to the page’s main part when a message is put away', async () => {
    useToasts().show('Saved.')
    await flushPromises()
    await pressIt(button('Dismiss'))
    expect(document.activeElement?.tagName).toBe('MAIN')
  })

  it('goes to the title of the door when it opens, and when it closes', async () => {
    useViews().current = 'puzzle'
    await flushPromises()
    await pressIt(button('Let my browser in'))
    const ownClient = {
      address: '127.0.0.1',
      port: 3000,
      wanted: 3000,
      url: 'http://127.0.0.1:3000/',
      accepted: 0,
      open: 0,
      dropped: 0,
    }
    lab.emit([{ kind: 'own-client', ownClient }])
    await flushPromises()
    expect(focused()).toContain('3000')
    await pressIt(button('Stop'))
    lab.emit([{ kind: 'own-client', ownClient: null }])
    await flushPromises()
    expect(document.activeElement?.tagName).toBe('H2')
  })

  it('goes to the page’s main part when a button leads to another view', async () => {
    useViews().current = 'puzzle'
    await flushPromises()
    button('Let my browser in').focus()
    useViews().current = 'explore'
    await flushPromises()
    expect(document.activeElement?.tagName).toBe('MAIN')
  })

  it('goes from an answer to what follows it, and on to the next question', async () => {
    useConnections().add(trace(), true)
    useViews().current = 'predict'
    await flushPromises()
    const fields = [...document.querySelectorAll<HTMLInputElement>('form.form input')]
    for (const field of fields.filter(({ type }) => type !== 'checkbox')) {
      field.value = '0'
      field.dispatchEvent(new Event('input'))
    }
    await flushPromises()
    await pressIt(button('Check'))
    expect(document.activeElement?.closest('.buttons')).not.toBeNull()
    await pressIt(button('Next segment'))
    expect(document.activeElement).toBe(document.querySelector('form.form input'))
  })

  it('goes to the title of the lesson’s step, and back to the title of the list', async () => {
    useViews().current = 'lesson'
    await flushPromises()
    const first = [...document.querySelectorAll<HTMLElement>('button.lesson')].at(0)
    await pressIt(first ?? document.body)
    expect(useLesson().lesson).not.toBeNull()
    expect(document.activeElement?.tagName).toBe('H3')
    await pressIt(button('All lessons'))
    expect(document.activeElement?.tagName).toBe('H2')
  })
})
