import { flushPromises, type DOMWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { lanesOf } from '@renderer/components/puzzle/lanes'
import { histogram, outcomeOf } from '@renderer/components/puzzle/histogram'
import { useConnections } from '@renderer/stores/connections'
import { useShown } from '@renderer/stores/shown'
import { useViews } from '@renderer/stores/views'
import PuzzleView from '@renderer/views/PuzzleView.vue'
import type { ConnectionRecord } from '@shared/protocol/commands'
import type { CloseSample } from '@shared/protocol/experiments'
import type { Visit, VisitKind } from '@shared/protocol/own-client'
import { ok } from '@shared/result'
import { createFakeLab } from '../support/fake-lab'
import { show, type Harness } from '../support/app'
import { event, record } from '../support/samples'

let shown: Harness | null = null
afterEach(() => {
  shown?.wrapper.unmount()
  shown = null
})

const visit = (number: number, kind: VisitKind): Visit => ({
  id: `v${number}`,
  number,
  at: number * 10,
  kind,
  requests: kind === 'http' ? 1 : 0,
  requestLines: kind === 'http' ? ['GET / HTTP/1.1'] : [],
  record: record({
    id: `v${number}`,
    client: { address: '127.0.0.1', port: 9000 + number },
    observes: ['server'],
    events: [event(0, 'server', 'connection')],
  }),
})

describe('the puzzle', () => {
  it('tags each visit, prints as the server did, and says which was the handshake: none', async () => {
    shown = await show(PuzzleView)
    shown.lab.emit([
      { kind: 'visit', visit: visit(1, 'http') },
      { kind: 'visit', visit: visit(2, 'silent') },
      { kind: 'console', line: { n: 1, visit: 'v1', at: 10, kind: 'port', text: '9001' } },
    ])
    const text = (): string => shown?.wrapper.text() ?? ''
    await vi.waitFor(() => expect(text()).toContain('carried a request'))
    expect(text()).toContain('stayed silent')
    expect(text()).toContain('#1 port 9001')
    const none = shown.wrapper.findAll('.question button').at(-1)
    await none?.trigger('click')
    expect(text()).toContain('Right.')
    expect(text()).toContain('for each of the 2')
    expect(shown.wrapper.findAll('.evidence li')).toHaveLength(2)
  })

  it('takes a thousand visits in one batch, shows a window of them, and forgets them for a new session', async () => {
    shown = await show(PuzzleView)
    const many = Array.from({ length: 1000 }, (_, index) => ({
      kind: 'visit' as const,
      visit: visit(index + 1, 'silent'),
    }))
    shown.lab.emit(many)
    const rows = (): DOMWrapper<Element>[] => shown?.wrapper.findAll('[role=option]') ?? []
    await vi.waitFor(() => expect(rows()[0]?.attributes('aria-setsize')).toBe('1000'))
    expect(rows().length).toBeLessThan(60)
    await shown.wrapper.find('[role=listbox]').trigger('keydown', { key: 'End' })
    expect(shown.wrapper.text()).toContain('Connection 1,000, port 10000')
    shown.lab.emit([{ kind: 'visits-cleared' }])
    await vi.waitFor(() => expect(rows()).toHaveLength(0))
  })

  it('asks once there are two to choose from, and names a silent one only where one is', async () => {
    shown = await show(PuzzleView)
    const answers = (): string[] => shown?.wrapper.findAll('.question button').map((button) => button.text()) ?? []
    shown.lab.emit([{ kind: 'visit', visit: visit(1, 'http') }])
    await vi.waitFor(() => expect(shown?.wrapper.text()).toContain('One connection so far'))
    expect(answers()).toEqual([])
    shown.lab.emit([{ kind: 'visit', visit: visit(2, 'http') }])
    await vi.waitFor(() => expect(answers()).toEqual(['The first one', 'The last one', 'None of them']))
    shown.lab.emit([{ kind: 'visit', visit: visit(3, 'silent') }])
    await vi.waitFor(() => expect(answers()).toEqual(['The first one', 'The silent one', 'None of them']))
    shown.lab.emit([{ kind: 'visit', visit: visit(4, 'silent') }])
    await vi.waitFor(() => expect(answers()).toEqual(['The first one', 'The silent ones', 'None of them']))
  })

  it('remembers the answer, the chosen visit and the experiment, until a new session begins', async () => {
    const { wrapper, lab, pinia } = (shown = await show(PuzzleView))
    const two = [1, 2].map((number) => ({ kind: 'visit', visit: visit(number, 'http') }) as const)
    lab.emit(two)
    await vi.waitFor(() => expect(wrapper.findAll('[role=option]')).toHaveLength(2))
    await wrapper.findAll('[role=option]')[1]?.trigger('click')
    await wrapper.findAll('.question button')[0]?.trigger('click')
    lab.emit([{ kind: 'own-client', ownClient: null }])
    wrapper.unmount()
    shown = await show(PuzzleView, { lab, pinia })
    expect(shown.wrapper.text()).toContain('Not quite. The first is a connection like the others.')
    expect(shown.wrapper.text()).toContain('Connection 2, port 9002')
    lab.emit([{ kind: 'visits-cleared' }, ...two])
    await vi.waitFor(() => expect(shown?.wrapper.text()).toContain('Connection 1, port 9001'))
    expect(shown.wrapper.find('[aria-pressed=true]').exists()).toBe(false)
  })

  it('takes the chosen visit to Explore, as what it is: live, and named after its port', async () => {
    shown = await show(PuzzleView)
    shown.lab.emit([{ kind: 'visit', visit: visit(1, 'http') }])
    await vi.waitFor(() => expect(shown?.wrapper.find('.study').exists()).toBe(true))
    await shown.wrapper.find('.study').trigger('click')
    expect(useViews().current).toBe('explore')
    expect(useConnections().selected).toMatchObject({ key: 'studied-v1', origin: 'live' })
    expect(useShown().trace).toMatchObject({ mode: 'live', connections: [{ id: 'v1', client: { port: 9001 } }] })
    expect(useShown().trace?.connections[0]?.segments).toHaveLength(3)
  })

  it('says who made the handshake while the program slept, and still says so after another view', async () => {
    const lab = createFakeLab()
    lab.answers.freezeServer = () =>
      Promise.resolve(ok({ connection: 'c9', frozen: { from: 1, to: 301 }, clientTold: 2.5, serverTold: 301.4 }))
    shown = await show(PuzzleView, { lab })
    await shown.wrapper.findAll('form')[0]?.trigger('submit')
    await flushPromises()
    expect(shown.wrapper.text()).toContain('the kernel makes the handshake')

    const { pinia, wrapper } = shown
    await wrapper.find('[type=radio][value="4"]').setValue()
    wrapper.unmount()
    shown = await show(PuzzleView, { lab, pinia })
    expect(shown.wrapper.text()).toContain('the kernel makes the handshake')
    expect(shown.wrapper.find<HTMLInputElement>('[type=radio][value="4"]').element.checked).toBe(true)
  })
})

/** A close that the server answers `late` milliseconds after it was told. */
function close(id: string, late: number): ConnectionRecord {
  const events = [
    event(0, 'client', 'call:connect'),
    event(1, 'server', 'connection'),
    event(1.2, 'client', 'connect'),
    event(10, 'client', 'call:end'),
    event(10.2, 'client', 'finish'),
    event(11, 'server', 'end'),
    event(11 + late, 'server', 'call:end'),
    event(11.2 + late, 'server', 'finish'),
    event(12 + late, 'client', 'end'),
    event(13 + late, 'client', 'close'),
    event(13 + late, 'server', 'close'),
  ]
  return record({ id, events, allowHalfOpen: { client: true, server: true } }, { phase: 'closed' })
}

describe('the closes', () => {
  const sample: CloseSample = {
    orders: [{ events: ['client:call:end', 'server:end'], count: 3, runs: [0, 1, 2] }],
    records: [close('c1', 0), close('c2', 90), close('c3', 90)],
  }

  it('are counted by what the model infers of each', () => {
    expect(histogram(sample).segments).toEqual([
      { key: '3', runs: [0] },
      { key: '4', runs: [1, 2] },
    ])
  })

  it('are marked as of the former settings once these are changed', async () => {
    const lab = createFakeLab()
    lab.answers.sampleCloses = () => Promise.resolve(ok(sample))
    shown = await show(PuzzleView, { lab })
    const { wrapper } = shown
    await wrapper.find('[type=radio][value=mixed]').setValue()
    await wrapper.findAll('form')[1]?.trigger('submit')
    await flushPromises()
    expect(wrapper.text()).not.toContain('of the former settings')
    await wrapper.find('[type=checkbox]').setValue(true)
    expect(wrapper.text()).toContain('of the former settings')
    await wrapper.find('[type=checkbox]').setValue(false)
    expect(wrapper.text()).not.toContain('of the former settings')
  })

  it('are not asked for in a number that is none or too large, which is said in the reader’s language', async () => {
    shown = await show(PuzzleView, { language: 'zh-CN' })
    const { wrapper, lab } = shown
    await wrapper.find('[type=radio][value=mixed]').setValue()
    const runs = wrapper.findAll('form')[1]?.find('[type=number]')
    for (const wrong of ['500', '', '1.5']) {
      await runs?.setValue(wrong)
      expect(wrapper.text()).toContain('请输入 1 到 200 之间的整数。')
      await wrapper.findAll('form')[1]?.trigger('submit')
      expect(lab.asked.map(({ command }) => command)).not.toContain('sampleCloses')
    }
    await runs?.setValue('12')
    expect(wrapper.text()).not.toContain('请输入 1 到 200 之间的整数。')
  })

  it('can be studied in Explore, one of each outcome', async () => {
    const lab = createFakeLab()
    lab.answers.sampleCloses = () => Promise.resolve(ok(sample))
    shown = await show(PuzzleView, { lab })
    const { wrapper, pinia } = shown
    await wrapper.find('[type=radio][value=mixed]').setValue()
    await wrapper.findAll('form')[1]?.trigger('submit')
    await flushPromises()
    const pressed = (): string[] => wrapper.findAll('.card [aria-pressed=true]').map((button) => button.text())
    expect(pressed()[0]).toContain('three segments')
    await wrapper.findAll('.bars button')[1]?.trigger('click')
    expect(pressed()[0]).toContain('four segments')
    // The close that is shown is one of its order too.
    expect(pressed()[1]).toContain('3 of 3')
    await wrapper.find('.study').trigger('click')
    expect(useViews().current).toBe('explore')
    expect(useConnections().selected).toMatchObject({ key: 'studied-c2', origin: 'live', phase: 'closed' })
    expect(useShown().trace?.connections[0]?.segments).toHaveLength(7)

    wrapper.unmount()
    shown = await show(PuzzleView, { lab, pinia })
    expect(shown.wrapper.find('.bars [aria-pressed=true]').text()).toContain('four segments')
  })
})

it('calls a sample by what nearly all of it came to, and mixed otherwise', () => {
  const runs = (length: number) => Array.from({ length }, (_, n) => n)
  const bars = (three: number, four: number) =>
    [
      { key: '3', runs: runs(three) },
      { key: '4', runs: runs(four) },
    ] as const
  expect(outcomeOf(bars(200, 0), 200)).toEqual({ key: '3', count: 200 })
  expect(outcomeOf(bars(5, 195), 200)).toEqual({ key: '4', count: 195 })
  expect(outcomeOf(bars(30, 170), 200)).toEqual({ key: 'mixed', count: 200 })
  expect(outcomeOf([], 0)).toEqual({ key: 'mixed', count: 0 })
})

describe('the lanes', () => {
  it('put all moments of all connections in order, in equal steps, on the one clock of the server', () => {
    const [one, two] = [visit(1, 'http'), visit(2, 'silent')]
    const events = [event(0.1, 'server', 'connection'), event(5, 'server', 'data'), event(15, 'server', 'close')]
    const spoken = { ...one, record: record({ id: 'v1', observes: ['server'], events }) }
    const lanes = lanesOf([spoken, two])
    expect(lanes.get('v1')?.marks.map(({ kind, x }) => [kind, x])).toEqual([
      ['connection', 0.125],
      ['data', 0.375],
      ['close', 0.875],
    ])
    expect(lanes.get('v1')?.end).toBe(0.875)
    expect(lanes.get('v2')).toMatchObject({ marks: [{ kind: 'connection', at: 20, x: 0.625 }], end: 1 })
  })
})
