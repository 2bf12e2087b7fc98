import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import Announcer from '@renderer/components/shell/Announcer.vue'
import type { TraceSegment } from '@shared/trace/schema'
import { useConnections } from '@renderer/stores/connections'
import { show, type Harness } from '../../support/app'
import { conversation, trace } from '../../support/samples'

const drawn = conversation().segments

describe('the live region for new segments, with real stores and a fake LabClient', () => {
  let app: Harness
  const said = (): string => document.querySelector('[aria-live]')?.textContent ?? ''
  /** Shows a connection as it stands after so many of its segments. */
  async function arrive(id: string, segments: readonly TraceSegment[]): Promise<void> {
    useConnections().add(trace({ connections: [{ ...conversation(), id, segments: [...segments] }] }), true)
    await nextTick()
  }
  const breathe = async (): Promise<void> => {
    vi.runAllTimers()
    await nextTick()
  }

  beforeEach(async () => {
    app = await show(Announcer)
    vi.useFakeTimers()
  })
  afterEach(() => {
    app.wrapper.unmount()
    vi.useRealTimers()
  })

  it('is polite, and silent until something comes', async () => {
    await breathe()
    expect(document.querySelector('[aria-live]')?.getAttribute('aria-live')).toBe('polite')
    expect(said()).toBe('')
  })

  it('says a handshake segment by segment, in one announcement', async () => {
    await arrive('c1', drawn.slice(0, 3))
    expect(said()).toBe('')
    await breathe()
    expect(said()).toMatch(/^Segment 1, client to server: SYN, .+ Segment 2, .+ Segment 3, .+\.$/)
  })

  it('makes one sentence of a burst, however many there were', async () => {
    await arrive('c1', drawn)
    await breathe()
    expect(said()).toBe('10 new segments; the last: Segment 10 · ACK, from the client')
  })

  it('groups how many there were as the language does', async () => {
    const many = Array.from({ length: 120 }, () => drawn).flat()
    await arrive(
      'c1',
      many.map((segment, index) => ({ ...segment, n: index + 1 })),
    )
    await breathe()
    expect(said()).toContain('1,200 new segments; the last: Segment 1,200')
  })

  it('waits for one breath only, however steadily segments come', async () => {
    await arrive('c1', drawn.slice(0, 1))
    vi.advanceTimersToNextTimer()
    await arrive('c2', drawn.slice(0, 2))
    expect(vi.getTimerCount()).toBe(1)
    await arrive('c3', drawn.slice(0, 3))
    expect(vi.getTimerCount()).toBe(1)
  })
})
