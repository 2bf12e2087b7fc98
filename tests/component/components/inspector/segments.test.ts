import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import InspectorPane from '@renderer/components/inspector/InspectorPane.vue'
import { useConnections } from '@renderer/stores/connections'
import { usePlayback } from '@renderer/stores/playback'
import { useSelection } from '@renderer/stores/selection'
import { useSettings } from '@renderer/stores/settings'
import { show, type Harness } from '../../support/app'
import { button, click, named, press } from '../../support/page'
import { trace } from '../../support/samples'
import { CODES, strangeTrace } from '../../../unit/shared/text/strange-codes'

describe('the conversation in words, with real stores and a fake LabClient', () => {
  let app: Harness
  const sentences = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('ol > li > button')]
  const texts = (): (string | undefined)[] => sentences().map((one) => one.textContent?.trim())
  const current = (): (string | undefined)[] =>
    sentences().flatMap((one) => (one.getAttribute('aria-current') === 'true' ? [one.dataset['n']] : []))

  beforeEach(async () => {
    localStorage.clear()
    app = await show(InspectorPane)
    usePlayback()
    useConnections().add(trace(), true)
    await flushPromises()
    await click(named('radio', 'Text'))
  })
  afterEach(() => {
    app.wrapper.unmount()
    document.body.replaceChildren()
  })

  it('is an ordered list, one sentence a segment, in the place of the table', () => {
    expect(document.querySelector('table')).toBeNull()
    expect(texts()).toHaveLength(10)
    expect(texts()[0]).toBe('Segment 1, client to server: SYN, sequence number 0, inferred.')
    expect(texts()[3]).toContain('35 bytes of data')
  })

  it('shares the selection, both ways, by mouse and by keyboard', async () => {
    expect(current()).toEqual(['10'])
    await click(sentences()[1] as HTMLElement)
    expect(useSelection().current).toEqual({ kind: 'segment', n: 2 })
    await press('ArrowDown', sentences()[1])
    expect(current()).toEqual(['3'])
    expect(document.activeElement).toBe(sentences()[2])
    expect(sentences().filter((one) => one.tabIndex === 0)).toHaveLength(1)
    useSelection().select({ kind: 'segment', n: 5 })
    await flushPromises()
    expect(current()).toEqual(['5'])
  })

  it('speaks the chosen language and counts as chosen', async () => {
    useSettings().language = 'zh-CN'
    useSettings().seq = 'absolute'
    await flushPromises()
    expect(texts()[0]).toBe('报文段 1，客户端发往服务器：SYN，序号 4,294,967,290，推断。')
  })

  it('is copied as text: what it is, and a line a segment', async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve())
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } })
    await click(button('Copy the conversation in words'))
    vi.unstubAllGlobals()
    const lines = writeText.mock.calls[0]?.[0].split('\n')
    expect(lines).toHaveLength(11)
    expect(lines?.[0]).toContain('127.0.0.1:58590')
    expect(lines?.slice(1)).toEqual(texts())
  })
})

it.each(['en', 'zh-CN'] as const)(
  'shows a trace whose codes are no codes of ours, named by them, in %s',
  async (language) => {
    const { wrapper } = await show(InspectorPane, { language })
    useConnections().add(strangeTrace(), true)
    await flushPromises()
    useSelection().select({ kind: 'segment', n: 2 })
    await flushPromises()
    const [sent, ack, note] = CODES
    for (const code of [sent, ack]) expect(wrapper.text()).toContain(code)
    useSelection().select(null)
    await flushPromises()
    expect(wrapper.text()).toContain(note)
    wrapper.unmount()
  },
)
