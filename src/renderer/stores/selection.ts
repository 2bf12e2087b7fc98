import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Side } from '@shared/trace/names'
import { counterparts, NOTHING_RELATED, sameRelated, type Related } from './counterparts'
import { useShown } from './shown'

/** What is chosen: one thing, across all panes. Positions are those of the shown connection. */
export type Selection =
  | { readonly kind: 'segment'; readonly n: number }
  | { readonly kind: 'event'; readonly index: number }
  | { readonly kind: 'state'; readonly side: Side; readonly index: number }

export const sameSelection = (a: Selection | null, b: Selection | null): boolean =>
  a === b || (a !== null && b !== null && a.kind === b.kind && key(a) === key(b))

const key = (selection: Selection): number => (selection.kind === 'segment' ? selection.n : selection.index)

export const useSelection = defineStore('selection', () => {
  const shown = useShown()
  const current = shallowRef<Selection | null>(null)

  /** The same object as long as the same things belong together, however the rest of the connection grows. */
  const related = computed<Related>((before) => {
    const now = current.value && shown.connection ? counterparts(shown.connection, current.value) : NOTHING_RELATED
    return before && sameRelated(before, now) ? before : now
  })

  function select(selection: Selection | null): void {
    if (!sameSelection(current.value, selection)) current.value = selection
  }

  return { current, related, select }
})
