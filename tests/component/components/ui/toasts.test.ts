import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import Toasts from '@renderer/components/ui/Toasts.vue'
import { useToasts } from '@renderer/stores/toasts'
import { show, type Harness } from '../../support/app'
import { pageText } from '../../support/page'

describe('short messages', () => {
  let shown: Harness
  beforeEach(async () => {
    shown = await show(Toasts)
    vi.useFakeTimers()
    useToasts().show('Saved.')
    await flushPromises()
  })
  afterEach(() => shown.wrapper.unmount())
  const minute = async (): Promise<void> => {
    vi.advanceTimersByTime(60_000)
    await flushPromises()
  }

  it('go by themselves', async () => {
    expect(pageText()).toContain('Saved.')
    await minute()
    expect(pageText()).not.toContain('Saved.')
  })

  it.each([
    ['pointed at', 'pointerenter', 'pointerleave'],
    ['focused', 'focusin', 'focusout'],
  ])('stay as long as they are %s', async (_, come, go) => {
    await shown.wrapper.get('.toast').trigger(come)
    await minute()
    expect(pageText()).toContain('Saved.')
    await shown.wrapper.get('.toast').trigger(go)
    await minute()
    expect(pageText()).not.toContain('Saved.')
  })
})
