import type { ObjectDirective } from 'vue'

/** The keys that press a button, or open the menu it belongs to. Tab and the rest go their way. */
const PRESSES = new Set(['Enter', ' ', 'ArrowDown', 'ArrowUp'])
const STOPPED = ['click', 'pointerdown', 'keydown'] as const

function stopWhileOff(event: Event): void {
  if ((event.currentTarget as HTMLElement).getAttribute('aria-disabled') !== 'true') return
  if (event instanceof KeyboardEvent && !PRESSES.has(event.key)) return
  event.preventDefault()
  event.stopImmediatePropagation()
}

/**
 * `v-off="condition"`: a button that cannot be pressed now, and keeps the focus all the same. A button with the
 * `disabled` attribute would drop it, just when the press that switched it off has its effect, and leave a keyboard or
 * a screen reader nowhere (WAI-ARIA Authoring Practices, "Focusability of disabled controls"). A form's Enter is a
 * click on its submit button (HTML, "Implicit submission"), so it is stopped as well.
 */
export const vOff: ObjectDirective<HTMLElement, boolean> = {
  created(element, { value }) {
    for (const name of STOPPED) element.addEventListener(name, stopWhileOff, { capture: true })
    set(element, value)
  },
  updated(element, { value }) {
    set(element, value)
  },
}

function set(element: HTMLElement, off: boolean): void {
  if (off) element.setAttribute('aria-disabled', 'true')
  else element.removeAttribute('aria-disabled')
}
