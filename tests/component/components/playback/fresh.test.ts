import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import PlaybackBar from '@renderer/components/playback/PlaybackBar.vue'
import { usePlayback } from '@renderer/stores/playback'
import { show, type Harness } from '../../support/app'
import { button, click, frame } from '../../support/page'
import { event, record } from '../../support/samples'

const OPENS = [
  event(0, 'client', 'call:connect', { host: '127.0.0.1', port: 3000 }),
  event(2, 'server', 'connection'),
  event(3, 'client', 'connect'),
]
const WRITES = [...OPENS, event(9, 'client', 'call:write', { bytes: 5 }), event(11, 'server', 'data', { bytes: 5 })]

describe('a reader who stepped back while the connection lives', () => {
  let shown: Harness
  const hint = (): ReturnType<VueWrapper['find']> => shown.wrapper.find('.fresh')

  async function tell(events: typeof OPENS): Promise<void> {
    shown.lab.emit([{ kind: 'connection', record: record({ id: 'c1', events }) }])
    await flushPromises()
    await frame()
  }

  beforeEach(async () => {
    shown = await show(PlaybackBar)
    await tell(OPENS)
  })
  afterEach(() => shown.wrapper.unmount())

  it('is told how many segments came since, and goes to the last by a button', async () => {
    expect(usePlayback().total).toBe(3)
    usePlayback().step(-1)
    await flushPromises()
    expect(hint().exists()).toBe(false)
    await tell(WRITES)
    const came = usePlayback().total - 3
    expect(came).toBeGreaterThan(0)
    expect(hint().text()).toMatch(new RegExp(`^${came} new segments? · `))
    await click(button(hint().text()))
    expect(usePlayback().atEnd).toBe(true)
    expect(hint().exists()).toBe(false)
  })

  it('is told nothing while at the end', async () => {
    await tell(WRITES)
    expect(usePlayback().shown).toBeGreaterThan(3)
    expect(hint().exists()).toBe(false)
  })
})
