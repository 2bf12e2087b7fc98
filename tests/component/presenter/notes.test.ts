import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import SpeakerNotes from '@renderer/components/presenter/SpeakerNotes.vue'
import { channelName, type FromNotes, type SpeakerNotes as Notes } from '@shared/protocol/presenter'
import { show } from '../support/app'
import { button, pageText, press } from '../support/page'

const ID = 'aaaaaaaa-0000'
const OTHER = 'bbbbbbbb-0000'

const step = (headline: string) => ({
  headline,
  facts: 'Segment 2, server to client.',
  equation: 'ack = 0 (seq of 1) + 1 (SYN) = 1',
  reasons: [{ text: 'Answers the SYN.', source: 'RFC 9293 §3.5' }],
  unseen: 'Your program never sees it.',
})
const notes: Notes = {
  language: 'en',
  title: 'Three-way handshake',
  explanation: 'What it teaches.',
  lookFor: 'The second segment.',
  shown: 2,
  total: 3,
  blank: false,
  presenting: true,
  current: step('Segment 2 · SYN,ACK'),
  next: step('Segment 3 · ACK'),
}

/** The presenting window's end of a channel, and what it has heard. */
function presenter(id: string): { readonly heard: FromNotes[]; post(message: unknown): void } {
  const channel = new BroadcastChannel(channelName(id))
  const heard: FromNotes[] = []
  channel.addEventListener('message', ({ data }: MessageEvent<FromNotes>) => heard.push(data))
  endings.push(() => channel.close())
  return { heard, post: (message) => channel.postMessage(message) }
}
const endings: (() => void)[] = []

describe('the speaker notes, over a real BroadcastChannel', () => {
  afterEach(() => {
    for (const end of endings.splice(0)) end()
    vi.unstubAllGlobals()
  })

  async function open(): Promise<void> {
    const { wrapper } = await show(SpeakerNotes, { props: { id: ID } })
    endings.push(() => wrapper.unmount())
  }

  it('asks how things stand, and shows this segment, the next one and the scenario', async () => {
    const main = presenter(ID)
    await open()
    await expect.poll(() => main.heard).toEqual([{ kind: 'hello' }])
    main.post({ kind: 'notes', notes })
    await expect.poll(pageText).toContain('Segment 2 · SYN,ACK')
    for (const said of ['RFC 9293 §3.5', 'Segment 3 · ACK', '2 of 3', 'What it teaches.', 'The second segment.']) {
      expect(pageText()).toContain(said)
    }
  })

  it('drives the window it belongs to, and no other', async () => {
    const main = presenter(ID)
    const stranger = presenter(OTHER)
    await open()
    stranger.post({ kind: 'notes', notes: { ...notes, title: 'Of another tab' } })
    main.post({ kind: 'notes', notes })
    await expect.poll(pageText).toContain('Three-way handshake')
    expect(pageText()).not.toContain('Of another tab')
    button('Next').click()
    await press('PageUp')
    await press('b')
    await expect.poll(() => main.heard.filter(({ kind }) => kind === 'act').length).toBe(3)
    expect(main.heard.slice(-3)).toEqual(['next', 'previous', 'blank'].map((action) => ({ kind: 'act', action })))
    expect(stranger.heard).toEqual([])
  })

  it('ends the presentation with Escape, and says that it is over', async () => {
    const main = presenter(ID)
    await open()
    main.post({ kind: 'notes', notes })
    await expect.poll(pageText).toContain('Three-way handshake')
    expect(pageText()).not.toContain('The presentation')
    await press('Escape')
    await expect.poll(() => main.heard.at(-1)).toEqual({ kind: 'act', action: 'leave' })
    main.post({ kind: 'notes', notes: { ...notes, presenting: false } })
    await expect.poll(pageText).toContain('The presentation is over.')
  })

  it('says that the presentation has not begun', async () => {
    const main = presenter(ID)
    await open()
    main.post({ kind: 'notes', notes: { ...notes, presenting: false } })
    await expect.poll(pageText).toContain('The presentation has not begun.')
  })

  it('shows nothing of what is no such message', async () => {
    const main = presenter(ID)
    await open()
    main.post({ kind: 'notes', notes: { ...notes, title: 7 } })
    main.post({ kind: 'notes', notes: { ...notes, title: 'Valid' } })
    await expect.poll(pageText).toContain('Valid')
  })

  it('closes with the window that presented, or says that it is gone', async () => {
    const close = vi.fn()
    vi.stubGlobal('close', close)
    const main = presenter(ID)
    await open()
    main.post({ kind: 'bye' })
    await expect.poll(() => close.mock.calls.length).toBe(1)
    await flushPromises()
    expect(pageText()).toContain('The window that presented is closed.')
  })
})
