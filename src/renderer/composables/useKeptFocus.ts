import { nextTick, onBeforeUpdate, onUpdated } from 'vue'

/**
 * Keeps the focus in a part of the page whose contents are replaced by what the reader did: where an update of the
 * component takes the focused control away, the focus goes to its heir instead of falling to the page.
 *
 * @param part - gives the part of the page, null while it is not there
 * @param heir - gives the element that takes the focus over, which needs a `tabindex` if it is no control; the page's
 *   main part unless told
 */
export function useKeptFocus(
  part: () => HTMLElement | null,
  heir: () => HTMLElement | null | undefined = () => document.querySelector('main'),
): void {
  let held = false
  onBeforeUpdate(() => {
    held = part()?.contains(document.activeElement) ?? false
  })
  onUpdated(() => {
    if (!held) return
    void nextTick(() => {
      if (document.activeElement === document.body) heir()?.focus()
    })
  })
}
