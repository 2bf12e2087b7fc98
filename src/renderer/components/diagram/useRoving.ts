import { computed, nextTick, ref, type ComputedRef, type Ref } from 'vue'
import type { Stop } from './reading-order'

export interface Roving {
  /** The one mark that Tab reaches. */
  readonly tabStop: ComputedRef<string | null>
  readonly reach: (key: string) => void
  /** Moves the focus by so many marks; answers whether it could. */
  readonly move: (by: number) => boolean
}

interface Parts {
  readonly frame: Readonly<Ref<HTMLElement | null>>
  readonly stops: Readonly<Ref<readonly Stop[]>>
  /** The marks that are in the DOM, and the one that is selected. */
  readonly drawn: Readonly<Ref<ReadonlySet<string>>>
  readonly selected: Readonly<Ref<string | null>>
  readonly reveal: (stop: Stop) => void
}

/** Roving tabindex over marks of which only those near the screen are in the DOM. */
export function useRoving({ frame, stops, drawn, selected, reveal }: Parts): Roving {
  const active = ref<string | null>(null)

  const tabStop = computed(() => {
    for (const key of [active.value, selected.value]) if (key !== null && drawn.value.has(key)) return key
    return stops.value.find(({ key }) => drawn.value.has(key))?.key ?? null
  })

  const focus = async (key: string): Promise<void> => {
    await nextTick()
    const mark = frame.value?.querySelector<SVGElement>(`[data-key="${key}"]`)
    mark?.focus({ preventScroll: true })
  }

  const move = (by: number): boolean => {
    const at = stops.value.findIndex(({ key }) => key === tabStop.value)
    const stop = stops.value[at + by]
    if (at === -1 || stop === undefined) return false
    active.value = stop.key
    reveal(stop)
    void focus(stop.key)
    return true
  }

  return { tabStop, reach: (key) => (active.value = key), move }
}
