import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import App from '@renderer/App.vue'
import { useConnections } from '@renderer/stores/connections'
import { useControls } from '@renderer/stores/controls'
import { useLesson } from '@renderer/stores/lesson'
import { useSelection } from '@renderer/stores/selection'
import { useViews } from '@renderer/stores/views'
import { err, ok } from '@shared/result'
import type { TraceEvent } from '@shared/trace/schema'
import { show } from './support/app'
import { createFakeLab, type FakeLab } from './support/fake-lab'
import { button, byRole, click, frame, isOff, named, pageText, press } from './support/page'
import { event, OVER, record, trace } from './support/samples'

/** Wide enough for three columns side by side. */
function wideWindow(): void {
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.includes('min-width: 1100px'),
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }))
}

describe('the app, with real stores and a fake LabClient', () => {
  let lab: FakeLab
  let wrapper: VueWrapper

  async function start(options: { lab?: FakeLab; language?: 'en' | 'zh-CN' } = {}): Promise<void> {
    localStorage.setItem('handshake-lab:language', options.language ?? 'en')
    ;({ wrapper, lab } = await show(App, options))
  }
  const asked = (command: string): unknown[] =>
    lab.asked.filter((call) => call.command === command).map(({ params }) => params)

  beforeEach(() => {
    localStorage.clear()
    wideWindow()
  })
  afterEach(() => {
    wrapper.unmount()
    document.body.replaceChildren()
    vi.unstubAllGlobals()
  })

  it('teaches while there is nothing to show', async () => {
    await start()
    expect(pageText()).toContain('client and server exchange three segments')
    expect(isOff('Connect')).toBe(false)
    expect(isOff('Send')).toBe(true)
    expect(isOff('Close')).toBe(true)
  })

  it('keeps the way back to a lesson in sight in the view that its step leads to, and nowhere else', async () => {
    await start()
    const back = 'Lesson: The extra connection, step 3 of '
    useViews().current = 'lesson'
    useLesson().open('the-extra-connection')
    useLesson().move(2)
    await flushPromises()
    expect(pageText()).not.toContain(back)
    button('Change it for me').focus()
    await click(button('Change it for me'))
    expect(document.activeElement).toBe(button('Back to the lesson'))
    expect(useViews().current).toBe('puzzle')
    expect(pageText()).toContain(back)
    useViews().current = 'machine'
    await flushPromises()
    expect(pageText()).not.toContain(back)
    useViews().current = 'puzzle'
    await flushPromises()
    await click(button('Back to the lesson'))
    expect(pageText()).toContain('Step 3 of')
    expect(pageText()).not.toContain(back)
    expect(document.activeElement?.textContent).toContain('Step 3 of')
    expect(byRole('status').map((one) => one.textContent)).toContain('Done.')
  })

  it('offers nothing that needs a lab while there is no link, and says so', async () => {
    await start({ lab: createFakeLab('browser', 'connecting') })
    expect(isOff('Connect')).toBe(true)
    expect(
      byRole('status')
        .map((one) => one.textContent)
        .join(),
    ).toContain('Connecting to the lab')
    lab.setLink('ready')
    await flushPromises()
    expect(isOff('Connect')).toBe(false)
    lab.setLink('lost')
    await flushPromises()
    expect(
      byRole('alert')
        .map((one) => one.textContent)
        .join(),
    ).toContain('The link to the lab is lost.')
    expect(isOff('Connect')).toBe(true)
  })

  it('connects once however fast the clicks come', async () => {
    await start()
    let answer: () => void = () => undefined
    lab.answers.connect = () => new Promise((resolve) => (answer = () => resolve(ok({ connection: 'c1' }))))
    const connect = button('Connect')
    connect.click()
    connect.click()
    await flushPromises()
    expect(asked('connect')).toHaveLength(1)
    expect(isOff('Connecting…')).toBe(true)
    lab.emit([{ kind: 'connection', record: record({}, { phase: 'connecting' }) }])
    answer()
    await flushPromises()
    expect(isOff('Connecting…')).toBe(true)
  })

  it('can connect again once the connection is over', async () => {
    await start()
    lab.emit([{ kind: 'connection', record: record() }])
    await flushPromises()
    expect(isOff('Connect')).toBe(true)
    expect(isOff('Send')).toBe(false)
    lab.emit([{ kind: 'connection', record: record({}, { phase: 'closed', ends: { client: OVER, server: OVER } }) }])
    await flushPromises()
    expect(isOff('Connect')).toBe(false)
    expect(isOff('Send')).toBe(true)
  })

  it('acts only on what is shown, and says which other connection is open', async () => {
    await start()
    const events = [event(1, 'server', 'connection', { remoteAddress: '127.0.0.1', remotePort: 9185 })]
    lab.emit([{ kind: 'connection', record: record({ id: 'live', events }) }])
    await flushPromises()
    expect(pageText()).not.toContain('Another connection is open')
    useControls().scenarioId = 'lost-syn-ack'
    await useControls().start()
    await flushPromises()
    expect(useConnections().selected?.origin).toBe('simulated')
    expect(isOff('Send')).toBe(true)
    expect(isOff('Close')).toBe(true)
    expect(document.querySelector('pre')?.textContent ?? '').not.toContain('9185')
    expect(pageText()).toContain('Another connection is open: 127.0.0.1:58590 ⇄ 127.0.0.1:3000.')
    await click(button('Show it'))
    expect(useConnections().chosen).toBe('live')
    expect(isOff('Send')).toBe(false)
    expect(document.querySelector('pre')?.textContent).toContain('9185')
  })

  it('says why a scenario cannot run', async () => {
    await start()
    lab.emit([{ kind: 'connection', record: record() }])
    useControls().scenarioId = 'request-response-client-end'
    await flushPromises()
    expect(isOff('Run')).toBe(true)
    expect(button('Run').title).toContain('not while a connection is open')
    expect(pageText()).toContain('A connection is open. The scenario can run once it is closed')
  })

  it('draws arrows as events arrive', async () => {
    await start()
    lab.emit([{ kind: 'connection', record: record() }])
    lab.emit(
      [
        event(0, 'client', 'call:connect', { host: '127.0.0.1', port: 3000 }),
        event(1, 'server', 'connection', { remotePort: 58_590 }),
        event(2, 'client', 'connect'),
      ].map((one, index) => ({ kind: 'event' as const, connection: 'c1', index, event: one })),
    )
    await frame()
    expect(byRole('option')).toHaveLength(3)
    expect(document.querySelectorAll('table tbody tr')).toHaveLength(3)
    expect(useSelection().current).toEqual({ kind: 'segment', n: 3 })
    expect(pageText()).toContain('Segment 3 of 3 · ACK')
  })

  it('says in place what went wrong and what to do, in either language', async () => {
    await start({ language: 'zh-CN' })
    lab.answers.connect = () => Promise.resolve(err('port-in-use', 'Port 3000 is taken.', { port: 3000 }))
    await click(button('连接'))
    const alert = byRole('alert').at(0)?.textContent ?? ''
    expect(alert).toContain('端口 3000 已被占用。')
    expect(alert).not.toContain('port-in-use')
    await click(button('关闭提示'))
    expect(byRole('alert')).toHaveLength(0)
  })

  it('shows a refused connection in words, with its code', async () => {
    await start()
    const events = [event(0, 'client', 'call:connect'), event(1, 'client', 'error', { code: 'ECONNREFUSED' })]
    lab.emit([{ kind: 'connection', record: record({ events }, { phase: 'failed' }) }])
    await flushPromises()
    expect(pageText()).toContain('Connection refused. Nobody listens on that port')
    expect(pageText()).toContain('ECONNREFUSED')
  })

  it('selects one thing in all panes', async () => {
    await start()
    useConnections().add(trace(), true)
    await flushPromises()
    const row = document.querySelector<HTMLElement>('[data-n="2"]')
    row?.click()
    await flushPromises()
    expect(pageText()).toContain('Segment 2 of 10 · SYN,ACK')
    expect(byRole('option')[0]?.className).toContain('related')
    byRole('option')[1]?.click()
    await flushPromises()
    expect(byRole('option')[1]?.getAttribute('aria-selected')).toBe('true')
    expect(pageText()).toContain('It is not the handshake')
    expect(document.querySelector('[data-n="3"]')?.className).toContain('related')
  })

  it('steps, plays and asks for help by keys, unless something else has them', async () => {
    await start()
    useConnections().add(trace(), true)
    await flushPromises()
    const value = (): string | null => byRole('slider')[0]?.getAttribute('aria-valuenow') ?? null
    await press('Home')
    expect(value()).toBe('0')
    await press('ArrowRight')
    expect(value()).toBe('1')
    expect(byRole('slider')[0]?.getAttribute('aria-valuetext')).toBe('Segment 1 of 10: SYN, from the client')
    await press('End')
    expect(value()).toBe('10')
    await press('ArrowLeft', button('Export'))
    expect(value()).toBe('9')
    const field = document.body.appendChild(document.createElement('input'))
    await press('Home', field)
    expect(value()).toBe('9')
    await press(' ')
    expect(button('Pause')).toBeTruthy()
    await press(' ')
    await press('?')
    expect(byRole('dialog')[0]?.textContent).toContain('Help and keys')
  })

  it('steps once for a key pressed on the slider', async () => {
    await start()
    useConnections().add(trace(), true)
    await flushPromises()
    const slider = byRole('slider')[0]
    if (slider) await press('ArrowLeft', slider)
    expect(slider?.getAttribute('aria-valuenow')).toBe('9')
  })

  it('shows how far a scenario is, and stops it', async () => {
    await start()
    lab.emit([{ kind: 'player', player: { scenario: 'request-response-client-end', step: 1, steps: 4 } }])
    await flushPromises()
    expect(document.querySelector('progress')?.value).toBe(2)
    lab.answers.stop = () => Promise.resolve(ok({}))
    await click(button('Stop 2/4'))
    expect(asked('stop')).toHaveLength(1)
  })

  it('prints what a small server would print, for every client', async () => {
    await start()
    lab.emit([
      { kind: 'connection', record: record({ id: 'c1', events: trace().connections[0]?.events ?? [] }) },
      {
        kind: 'connection',
        record: record({
          id: 'c2',
          events: [event(1, 'server', 'connection', { remoteAddress: '127.0.0.1', remotePort: 9185 })],
        }),
      },
    ])
    await flushPromises()
    expect(document.querySelector('pre')?.textContent?.split('\n')).toEqual([
      'address 127.0.0.1',
      'port    58590',
      'GET / HTTP/1.1',
      'Host: 127.0.0.1:3000',
      'address 127.0.0.1',
      'port    9185',
    ])
  })

  it('prints for a visit that is studied what the server printed for it, and for it alone', async () => {
    await start()
    const connected = (port: number): TraceEvent =>
      event(0, 'server', 'connection', { remoteAddress: '127.0.0.1', remotePort: port })
    lab.emit([{ kind: 'connection', record: record({ id: 'c1', events: [connected(9185)] }) }])
    const hello = event(1, 'server', 'data', { bytes: 3, text: '\u0016\u0003\u0001' })
    useConnections().study(record({ id: 'c2', observes: ['server'], events: [connected(7570), hello] }))
    await flushPromises()
    expect(document.querySelector('pre')?.textContent?.split('\n')).toEqual([
      'address 127.0.0.1',
      'port    7570',
      'A TLS ClientHello (160301…): this client took the server for HTTPS.',
    ])
    useConnections().choose('c1')
    await flushPromises()
    expect(document.querySelector('pre')?.textContent).toContain('9185')
    expect(document.querySelector('pre')?.textContent).not.toContain('7570')
  })

  it('opens a trace that is dropped on it, and refuses what is none', async () => {
    await start()
    const drop = async (content: string): Promise<void> => {
      const dropped = new Event('drop', { bubbles: true, cancelable: true })
      Object.assign(dropped, { dataTransfer: { files: [new File([content], 'run.json')] } })
      window.dispatchEvent(dropped)
      await new Promise((resolve) => setTimeout(resolve, 20))
      await flushPromises()
    }
    await drop('{"version":2}')
    expect(pageText()).toContain(
      '“run.json” was not opened. It is not a trace of this app: line 1: version is 2; expected 1.',
    )
    await drop('nonsense')
    expect(pageText()).toContain('It is not JSON: line 1, column 1.')
    expect(pageText()).not.toContain('version is 2')
    await drop(JSON.stringify(trace()))
    expect(pageText()).not.toContain('was not opened')
    expect(useConnections().selected?.origin).toBe('opened')
    expect(pageText()).toContain('Opened from a file: “Request, response')
    expect(pageText()).toContain('Segment 10 of 10 · ACK')
  })

  it('opens what the system hands it: a file like a dropped one, a link by choosing its scenario and running nothing', async () => {
    await start({ lab: createFakeLab('desktop') })
    lab.hand({ kind: 'scenario', id: 'four-segment-close' })
    await flushPromises()
    expect(useControls().scenarioId).toBe('four-segment-close')
    expect(pageText()).toMatch(/Chosen by a link: .+\. Nothing has run yet\./)
    expect(asked('play')).toEqual([])
    lab.hand({ kind: 'scenario', id: 'no-such' })
    await flushPromises()
    expect(pageText()).toContain('A link asked for the scenario “no-such”')
    expect(useControls().scenarioId).toBe('four-segment-close')
    lab.hand({ kind: 'file', name: 'run.hslab', data: new TextEncoder().encode(JSON.stringify(trace())) })
    await expect.poll(() => useConnections().selected?.origin).toBe('opened')
  })

  it('does what the application menu asks, and tells the host how it looks', async () => {
    await start({ lab: createFakeLab('desktop') })
    expect(asked('appearance').at(-1)).toEqual({ language: 'en', theme: 'system' })
    useConnections().add(trace(), true)
    lab.answers.saveFile = () => Promise.resolve(ok({ path: '/home/me/picture.svg' }))
    lab.choose('export-svg')
    await flushPromises()
    expect(asked('saveFile')[0]).toMatchObject({ mime: 'image/svg+xml', encoding: 'utf8' })
    expect(pageText()).toContain('Saved: /home/me/picture.svg')
    lab.answers.revealFile = () => Promise.resolve(ok({}))
    await click(button('Reveal in folder'))
    expect(asked('revealFile')).toEqual([{ path: '/home/me/picture.svg' }])
    lab.choose('shortcuts')
    await flushPromises()
    expect(byRole('dialog')[0]?.textContent).toContain('Help and keys')
  })

  it('asks a reader of traditional characters once which script or language to show', async () => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['zh-TW', 'en'])
    ;({ wrapper, lab } = await show(App))
    expect(document.querySelector('[lang=zh-Hant]')?.textContent).toContain('握手實驗室還沒有繁體中文版')
    expect(document.documentElement.lang).toBe('zh-CN')
    await click(button('English'))
    expect([document.querySelector('[lang=zh-Hant]'), document.documentElement.lang]).toEqual([null, 'en'])
    wrapper.unmount()
    ;({ wrapper, lab } = await show(App))
    expect([document.querySelector('[lang=zh-Hant]'), document.documentElement.lang]).toEqual([null, 'en'])
    vi.restoreAllMocks()
  })

  it('switches languages at once and remembers', async () => {
    await start()
    await click(named('radio', '中文'))
    expect(document.documentElement.lang).toBe('zh-CN')
    expect(pageText()).toContain('程序看到了什么')
    expect(localStorage.getItem('handshake-lab:language')).toBe('zh-CN')
  })
})
