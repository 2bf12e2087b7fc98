import { useResizeObserver } from '@vueuse/core'
import { computed, nextTick, ref, watch, type ComputedRef, type Ref } from 'vue'
import { WINDOW, windowFor } from '@renderer/composables/event-window'
import { onceAFrame } from '@renderer/pace/once-a-frame'
import { usePlayback } from '@renderer/stores/playback'
import { useSelection } from '@renderer/stores/selection'

interface Row {
  readonly n: number
}

export interface SegmentRows<T extends Row> {
  /** Those that stand in the page: a window over all of them. */
  readonly rows: ComputedRef<readonly T[]>
  /** Number of the selected segment. */
  readonly chosen: ComputedRef<number | null>
  /** The one row that Tab reaches; the arrow keys go on from there. */
  readonly entry: ComputedRef<number | null>
  readonly choose: (n: number) => void
  readonly move: (by: number, event: KeyboardEvent) => Promise<void>
}

/**
 * Segments one below the other, as a table or as sentences: which of them are in the page, which is selected, and the way
 * from one to the next. The element of a row carries its number as `data-n`.
 */
export function useSegmentRows<T extends Row>(
  box: Readonly<Ref<HTMLElement | null>>,
  all: ComputedRef<readonly T[]>,
): SegmentRows<T> {
  const selection = useSelection()
  const playback = usePlayback()
  const start = ref(0)
  const rows = computed(() => all.value.slice(start.value, start.value + WINDOW))
  const chosen = computed(() => (selection.current?.kind === 'segment' ? selection.current.n : null))
  const entry = computed(() => chosen.value ?? rows.value[0]?.n ?? null)
  const row = (number: number): HTMLElement | null => box.value?.querySelector(`[data-n="${number}"]`) ?? null
  const choose = (number: number): void => playback.select(number)

  async function move(by: number, event: KeyboardEvent): Promise<void> {
    const to = Math.max(1, Math.min((entry.value ?? 1) + by, all.value.length))
    event.preventDefault()
    choose(to)
    await nextTick()
    row(to)?.focus()
  }

  const settle = onceAFrame(() => {
    if (chosen.value !== null) row(chosen.value)?.scrollIntoView({ block: 'nearest' })
  })
  watch(
    () => [chosen.value, all.value.length] as const,
    ([number, count]) => {
      if (number === null) return
      start.value = windowFor(number - 1, start.value, count)
      settle()
    },
    { immediate: true },
  )

  // The explanation above grows and shrinks with what is selected, and the list with it.
  useResizeObserver(box, settle)

  return { rows, chosen, entry, choose, move }
}
