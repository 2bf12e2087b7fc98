import { useEventListener } from '@vueuse/core'
import { presenterKey, PRESSES, type PresenterKey } from '@renderer/components/presenter/keys'
import { PRESSABLE } from '@renderer/useKeys'

/**
 * The keys of a lecture, wherever the focus is. A mark that was clicked keeps the focus: Space and Enter still step then,
 * unless the focus got there by keyboard.
 *
 * @param does - null for what this window does not do
 */
export function usePresenterKeys(does: (key: PresenterKey) => (() => void) | null): void {
  useEventListener(
    window,
    'keydown',
    (event) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      const target = event.target instanceof Element ? event.target : null
      if (target?.closest('[role=dialog]')) return
      if (PRESSES.has(event.key) && target?.closest(PRESSABLE)?.matches(':focus-visible')) return
      const key = presenterKey(event.key)
      const act = key && does(key)
      if (!act) return
      event.preventDefault()
      event.stopPropagation()
      act()
    },
    { capture: true },
  )
}
