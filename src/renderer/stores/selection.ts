import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import {
  counterparts,
  NOTHING_RELATED,
  sameRelated,
  sameSelection,
  type Related,
  type Selection,
} from '@renderer/connection/related'
import { useShown } from './shown'

/** What is chosen, and what belongs together with it. */
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
