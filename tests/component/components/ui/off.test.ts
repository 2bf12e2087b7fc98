import { mount, type DOMWrapper, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick, ref, withDirectives } from 'vue'
import { vOff } from '@renderer/components/ui/off'

describe('a button that is off', () => {
  const off = ref(true)
  const pressed = vi.fn()
  const opened = vi.fn()
  const Page = defineComponent(
    () => () =>
      h('div', [
        withDirectives(
          h('button', { type: 'button', onClick: pressed, onPointerdown: opened, onKeydown: opened }, 'Go'),
          [[vOff, off.value]],
        ),
      ]),
  )
  let wrapper: VueWrapper
  let button: Omit<DOMWrapper<HTMLButtonElement>, 'exists'>
  beforeEach(() => {
    off.value = true
    wrapper = mount(Page, { attachTo: document.body })
    button = wrapper.get('button')
  })
  afterEach(() => {
    wrapper.unmount()
    vi.clearAllMocks()
  })

  it('says so, has the focus, and does nothing when it is pressed', async () => {
    button.element.focus()
    expect(button.attributes('aria-disabled')).toBe('true')
    expect(document.activeElement).toBe(button.element)
    await button.trigger('click')
    await button.trigger('pointerdown')
    for (const key of ['Enter', ' ', 'ArrowDown']) await button.trigger('keydown', { key })
    expect([pressed, opened].map(({ mock }) => mock.calls.length)).toEqual([0, 0])
  })

  it('lets the keys pass that do not press it', async () => {
    await button.trigger('keydown', { key: 'Tab' })
    expect(opened).toHaveBeenCalledOnce()
  })

  it('works like any other once it is on, and keeps the focus when it goes off again', async () => {
    off.value = false
    await nextTick()
    expect(button.attributes('aria-disabled')).toBeUndefined()
    button.element.click()
    expect(pressed).toHaveBeenCalledOnce()
    button.element.focus()
    off.value = true
    await nextTick()
    expect(document.activeElement).toBe(button.element)
  })
})
