import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, describe, expect, it } from 'vitest'
import type { Connection } from '@shared/trace/schema'
import SequenceDiagram from '@renderer/components/diagram/SequenceDiagram.vue'
import type { Selection } from '@renderer/connection/related'
import { useSettings } from '@renderer/stores/settings'
import type { Language } from '@shared/text'
import { connection, dialogue, recorded, segment } from '../../unit/shared/diagram/conversations'
import { troubled } from '../../unit/shared/diagram/strange'

interface Props {
  connection: Connection
  seq?: 'relative' | 'absolute'
  selected?: Selection | null
  upTo?: number | null
  sent?: number
}

let mounted: VueWrapper | null = null
afterEach(() => mounted?.unmount())

function show(props: Props, language: Language = 'en'): VueWrapper {
  const pinia = createPinia()
  setActivePinia(pinia)
  useSettings().language = language
  mounted = mount(SequenceDiagram, {
    props: { seq: 'relative', selected: null, upTo: null, ...props },
    global: { plugins: [pinia] },
    attachTo: document.body,
  })
  return mounted
}

const keys = (wrapper: VueWrapper, kind: string): readonly string[] =>
  wrapper.findAll(`[data-mark][data-key^="${kind}-"]`).map((mark) => mark.attributes('data-key') ?? '')

describe('SequenceDiagram', () => {
  const given = recorded('connect-then-client-end')

  it('draws a mark for every segment, state and line of events, each with its provenance and a name', () => {
    const wrapper = show({ connection: given })
    expect(keys(wrapper, 'segment')).toHaveLength(given.segments.length)
    expect(keys(wrapper, 'state')).toHaveLength(given.states.length)
    expect(keys(wrapper, 'event').length).toBeGreaterThan(4)
    for (const mark of wrapper.findAll('[data-mark]')) {
      expect(mark.attributes('data-provenance')).toMatch(/observed|inferred/)
      expect(mark.attributes('aria-label')).toBeTruthy()
      expect(mark.attributes('aria-description') ?? mark.attributes('aria-label')).toMatch(/observed|inferred/)
    }
    expect(wrapper.find('[data-key="segment-2"]').text()).toMatch(/^SYN,ACK\s+seq=0 ack=1$/)
  })

  it('speaks Chinese', () => {
    const wrapper = show({ connection: given }, 'zh-CN')
    expect(wrapper.text()).toContain('客户端')
    expect(wrapper.text()).toContain('依据 RFC 9293 推断的报文段')
    expect(wrapper.find('[data-key="segment-1"]').attributes('aria-description')).toContain('序号 0')
  })

  it('selects a segment, an event, a state, and nothing', async () => {
    const wrapper = show({ connection: given })
    await wrapper.find('[data-key="segment-2"]').trigger('click')
    await wrapper.find('[data-key="event-0"]').trigger('click')
    await wrapper.find('[data-key="state-1"]').trigger('click')
    await wrapper.find('.frame').trigger('click')
    expect(wrapper.emitted('select')).toEqual([
      [{ kind: 'segment', n: 2 }],
      [{ kind: 'event', index: 0 }],
      [{ kind: 'state', side: 'server', index: 1 }],
      [null],
    ])
  })

  it('lights what is selected and what belongs to it', () => {
    const withEvidence = { ...given, segments: given.segments.map((s) => (s.n === 2 ? { ...s, evidence: [1] } : s)) }
    const wrapper = show({ connection: withEvidence, selected: { kind: 'segment', n: 2 } })
    expect(wrapper.find('[data-key="segment-2"]').attributes('aria-pressed')).toBe('true')
    expect(wrapper.findAll('[aria-pressed="true"]')).toHaveLength(1)
    expect(wrapper.find('[data-key="event-1"]').classes()).toContain('related')
    expect(wrapper.findAll('.mark.state.related').length).toBeGreaterThan(0)
  })

  it('shows only what has happened up to the playback position', async () => {
    const second = given.segments[1]
    const wrapper = show({ connection: given, upTo: second?.arrives ?? 0 })
    expect(keys(wrapper, 'segment')).toEqual(['segment-1', 'segment-2'])
    expect(wrapper.text()).not.toContain('FIN')
    await wrapper.setProps({ upTo: -Infinity })
    expect(keys(wrapper, 'segment')).toEqual([])
    await wrapper.setProps({ upTo: null })
    expect(keys(wrapper, 'segment')).toHaveLength(given.segments.length)
  })

  it('hides the next segment also where both are sent at the same time, as in a simultaneous close', async () => {
    const crossing = connection({ segments: [segment(1, 100, 'c:FA:1/1'), segment(2, 100, 's:FA:1/1')] })
    const wrapper = show({ connection: crossing, upTo: 100, sent: 1 })
    expect(keys(wrapper, 'segment')).toEqual(['segment-1'])
    await wrapper.setProps({ sent: 2 })
    expect(keys(wrapper, 'segment')).toEqual(['segment-1', 'segment-2'])
  })

  it('draws a segment that is still under way as such', () => {
    const wrapper = show({ connection: troubled(), upTo: 1045 })
    expect(wrapper.findAll('.arrow.under-way').length).toBe(2)
  })

  it('lets a new segment travel, and only a new one', async () => {
    const before = connection({ segments: [segment(1, 0, 'c:S:0/-')] })
    const wrapper = show({ connection: before })
    expect(wrapper.findAll('.arrow.fresh')).toHaveLength(0)
    await wrapper.setProps({ connection: { ...before, segments: [...before.segments, segment(2, 1, 's:SA:0/1')] } })
    expect(wrapper.findAll('.arrow.fresh')).toHaveLength(1)
    await wrapper.setProps({ connection: { ...given, id: 'another' } })
    expect(wrapper.findAll('.arrow.fresh')).toHaveLength(0)
  })

  it('has one mark in the tab order and goes on by arrow keys', async () => {
    const wrapper = show({ connection: given })
    const stops = (): readonly (string | undefined)[] =>
      wrapper.findAll('[data-mark][tabindex="0"]').map((mark) => mark.attributes('data-key'))
    expect(stops()).toHaveLength(1)
    const [first] = stops()
    await wrapper.find(`[data-key="${first}"]`).trigger('keydown', { key: 'ArrowDown' })
    await flushPromises()
    expect(stops()).toHaveLength(1)
    expect(stops()).not.toEqual([first])
    expect(document.activeElement?.getAttribute('data-key')).toBe(stops()[0])
    await wrapper.find(`[data-key="${stops()[0]}"]`).trigger('keydown', { key: 'ArrowUp' })
    await flushPromises()
    expect(stops()).toEqual([first])
  })

  it('chooses the focused mark by Enter and by Space', async () => {
    const wrapper = show({ connection: given })
    await wrapper.find('[data-key="segment-3"]').trigger('keydown', { key: 'Enter' })
    await wrapper.find('[data-key="segment-4"]').trigger('keydown', { key: ' ' })
    expect(wrapper.emitted('select')).toEqual([[{ kind: 'segment', n: 3 }], [{ kind: 'segment', n: 4 }]])
  })

  it('goes through the events of one line one after the other', async () => {
    const wrapper = show({ connection: given })
    const line = wrapper.findAll('.mark.event').find((mark) => mark.text() === "'connect' 'ready'")
    await line?.trigger('click')
    const [[first]] = wrapper.emitted('select') as [[Selection]]
    await wrapper.setProps({ selected: first })
    await line?.trigger('click')
    const second = wrapper.emitted('select')?.[1]?.[0] as Selection
    expect(second).toMatchObject({ kind: 'event' })
    expect(second).not.toEqual(first)
  })

  it('zooms by button and by key', async () => {
    const wrapper = show({ connection: given })
    const level = (): string => wrapper.find('.level').text()
    const width = (): number => Number(wrapper.find('.picture').attributes('width'))
    const before = width()
    await wrapper.find('[aria-label="Zoom in"]').trigger('click')
    expect(level()).toBe('125%')
    expect(width()).toBeGreaterThan(before)
    await wrapper.find('.frame').trigger('keydown', { key: '-' })
    expect(level()).toBe('100%')
    await wrapper.find('.frame').trigger('keydown', { key: '+' })
    await wrapper.find('.frame').trigger('keydown', { key: '0' })
    expect(level()).toBe('100%')
  })

  it('keeps only the marks near the screen in the document, however long the conversation', () => {
    const wrapper = show({ connection: dialogue(10_000) })
    expect(wrapper.findAll('[data-mark]').length).toBeLessThan(200)
    expect(Number(wrapper.find('.picture').attributes('height'))).toBeGreaterThan(100_000)
  })

  it('explains itself where nothing has happened', () => {
    const wrapper = show({ connection: connection({ client: null, server: null }) })
    expect(wrapper.text()).toContain('Nothing has happened here yet')
    expect(wrapper.findAll('.lifeline')).toHaveLength(2)
  })
})
