import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import App from '@renderer/App.vue'
import { presenterKey } from '@renderer/components/presenter/keys'
import { elapsedText } from '@renderer/components/presenter/useStopwatch'
import { useConnections } from '@renderer/stores/connections'
import { usePlayback } from '@renderer/stores/playback'
import { openerOf } from '@renderer/components/presenter/opener'
import { usePresenter } from '@renderer/stores/presenter'
import { show } from '../support/app'
import { createFakeLab, type FakeLab } from '../support/fake-lab'
import { button, pageText, press } from '../support/page'
import { connection, segments, trace } from '../support/samples'

const theme = (): string | undefined => document.documentElement.dataset['theme']

describe('presenter mode, in the app with real stores and a fake LabClient', () => {
  let wrapper: VueWrapper

  beforeEach(async () => {
    localStorage.clear()
    localStorage.setItem('handshake-lab:theme', 'dark')
    ;({ wrapper } = await show(App))
  })
  afterEach(() => {
    wrapper.unmount()
    document.body.replaceChildren()
    vi.unstubAllGlobals()
  })

  async function begin(): Promise<void> {
    const conversation = connection({ segments: segments('c:S:0', 's:SA:0/1', 'c:A:1/1') })
    useConnections().add(trace({ connections: [conversation] }), true)
    await flushPromises()
    await press('p')
  }
  const presenting = (): Element | null => document.querySelector('section[aria-label="Presentation"]')

  it('has nothing to begin with while there is no conversation', async () => {
    await press('p')
    expect(usePresenter().on).toBe(false)
  })

  it('begins before the first segment in the projector theme, and gives back what it took', async () => {
    await begin()
    expect(presenting()).not.toBeNull()
    expect([theme(), usePlayback().shown]).toEqual(['projector', 0])
    expect(localStorage.getItem('handshake-lab:theme')).toBe('dark')
    await press('Escape')
    expect(presenting()).toBeNull()
    expect([theme(), usePlayback().shown]).toEqual(['dark', 3])
  })

  it('gives the focus back to what had it, and to the view where that is gone', async () => {
    const connect = button('Export')
    connect.focus()
    await begin()
    expect(document.activeElement).toBe(presenting())
    await press('Escape')
    expect(document.activeElement).toBe(connect)
    connect.blur()
    await press('p')
    await press('Escape')
    expect(document.activeElement).toBe(document.querySelector('main'))
  })

  it('gives it to the button of the menu that began it, whose item is gone by then', () => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<button id="more"></button><div role="menu" aria-labelledby="more"><span role="menuitem"></span></div>',
    )
    expect(openerOf(document.querySelector('[role=menuitem]'))?.id).toBe('more')
  })

  it('steps as a clicker says, and one more at either end does nothing', async () => {
    await begin()
    const seen: number[] = []
    for (const key of ['PageUp', 'PageDown', 'ArrowRight', ' ', 'Enter', 'PageDown', 'PageUp', 'Home', 'End']) {
      await press(key)
      seen.push(usePlayback().shown)
    }
    expect(seen).toEqual([0, 1, 2, 3, 3, 3, 2, 0, 3])
    expect(presenting()).not.toBeNull()
  })

  it('goes dark, and comes back where it was before it steps on', async () => {
    await begin()
    await press('PageDown')
    await press('b')
    expect([usePresenter().blank, pageText().includes('The screen is blank.')]).toEqual([true, true])
    await press('PageDown')
    expect([usePresenter().blank, usePlayback().shown]).toEqual([false, 1])
    await press('.')
    await press('.')
    expect([usePresenter().blank, usePlayback().shown]).toEqual([false, 1])
  })

  it('says each step to those who listen', async () => {
    await begin()
    await press('PageDown')
    await press('PageDown')
    const said = presenting()?.querySelector('[aria-live=polite]')?.textContent ?? ''
    expect(said).toMatch(/^2 of 3\. Segment 2 · SYN,ACK\. Server → Client/)
  })

  it('says what to do where the notes window was blocked', async () => {
    await begin()
    vi.stubGlobal('open', () => null)
    await press('s')
    expect(presenting()?.querySelector('[role=alert]')?.textContent).toContain('Allow pop-up windows')
  })
})

describe('presenter mode on the desktop, with real stores and a fake LabClient', () => {
  const presenting = (): Element | null => document.querySelector('section[aria-label="Presentation"]')
  let wrapper: VueWrapper
  let lab: FakeLab

  beforeEach(async () => {
    localStorage.clear()
    ;({ wrapper, lab } = await show(App, { lab: createFakeLab('desktop') }))
    const conversation = connection({ segments: segments('c:S:0', 's:SA:0/1', 'c:A:1/1') })
    useConnections().add(trace({ connections: [conversation] }), true)
    await flushPromises()
  })
  afterEach(() => {
    wrapper.unmount()
    document.body.replaceChildren()
    vi.unstubAllGlobals()
  })
  const asked = (command: string): unknown[] =>
    lab.asked.filter((call) => call.command === command).map(({ params }) => params)

  it('begun from the menu, asks the host for the whole screen, which no page gets without a key or click', async () => {
    const own = vi.fn()
    document.documentElement.requestFullscreen = own
    lab.choose('present')
    await flushPromises()
    expect(presenting()).not.toBeNull()
    expect([asked('fullScreen'), own.mock.calls]).toEqual([[{ on: true }], []])
    await press('Escape')
    await flushPromises()
    expect(asked('fullScreen')).toEqual([{ on: true }, { on: false }])
  })

  it('goes on in its window when the system ends full screen, and fills the screen again when asked', async () => {
    await press('p')
    await flushPromises()
    lab.choose('left-full-screen')
    await flushPromises()
    expect(presenting()).not.toBeNull()
    await press('f')
    expect(asked('fullScreen')).toEqual([{ on: true }, { on: true }])
  })

  it('has the host bring open notes forward', async () => {
    const notes = { closed: false, focus: vi.fn() }
    vi.stubGlobal('open', () => notes)
    lab.choose('speaker-notes')
    expect(asked('bringNotesForward')).toEqual([])
    lab.choose('speaker-notes')
    expect([asked('bringNotesForward'), notes.focus.mock.calls]).toEqual([[{}], []])
  })
})

describe('the keys of a lecture', () => {
  it('means the same by small and capital letter, and nothing by the others', () => {
    expect(['b', 'B', 's', 'S', 'F', '?', '.', 'x', 'Tab'].map(presenterKey)).toEqual([
      ...['blank', 'blank', 'notes', 'notes', 'fill', 'help', 'blank'],
      null,
      null,
    ])
  })

  it('keeps a clicker from loading the page anew', () => {
    expect(presenterKey('F5')).toBe('nothing')
  })
})

describe('the stopwatch', () => {
  it('counts minutes, and hours where there are any', () => {
    expect([0, 7_999, 247_000, 3_847_000].map(elapsedText)).toEqual(['0:00', '0:07', '4:07', '1:04:07'])
  })
})
