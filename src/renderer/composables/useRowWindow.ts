import { useElementSize, useScroll } from '@vueuse/core'
import { computed, type ComputedRef, type Ref } from 'vue'

/** Rows beyond either edge that stand in the page too, so that scrolling shows no gap. */
const SPARE = 6
/** Pixels, for a box that has no height yet. */
const FIRST_HEIGHT = 400

export interface RowWindow {
  /** Index of the first row that stands in the page, and of the one after the last. */
  readonly from: ComputedRef<number>
  readonly to: ComputedRef<number>
  /** Scrolls as little as it takes to show a row. */
  reveal(index: number): void
}

/**
 * Which of many rows of equal height stand in the page: those that can be seen, and a few more.
 *
 * @param box - the element that scrolls
 * @param count - how many rows there are
 * @param height - of one row, pixels
 */
export function useRowWindow(box: Ref<HTMLElement | null>, count: () => number, height: () => number): RowWindow {
  const { y } = useScroll(box)
  const { height: seen } = useElementSize(box)
  const from = computed(() => Math.max(0, Math.min(Math.floor(y.value / height()) - SPARE, count() - 1)))
  const to = computed(() => Math.min(count(), Math.ceil((y.value + (seen.value || FIRST_HEIGHT)) / height()) + SPARE))

  function reveal(index: number): void {
    const element = box.value
    if (!element) return
    const top = index * height()
    const bottom = top + height() - element.clientHeight
    if (element.scrollTop > top) element.scrollTop = top
    else if (element.scrollTop < bottom) element.scrollTop = bottom
  }

  return { from, to, reveal }
}
