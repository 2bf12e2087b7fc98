import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { PresenterAction } from '@shared/protocol/presenter'
import { usePlayback } from './playback'
import { useSettings } from './settings'
import { useShown } from './shown'

/**
 * Presenter mode: one segment at a time, for a lecture hall. Where the lecturer is, is the playback's position; there is
 * no other.
 */
export const usePresenter = defineStore('presenter', () => {
  const playback = usePlayback()
  const settings = useSettings()
  const shown = useShown()

  const on = ref(false)
  /** Nothing on the screen, so that all look at the lecturer. */
  const blank = ref(false)
  /** Where the reader was before, null for the end; given back where the lecture never got going. */
  let before: number | null = null
  const possible = computed(() => shown.connection !== null)

  /** Starts before the first segment, on the theme for projectors. Without a conversation there is nothing to present. */
  function enter(): void {
    if (on.value || !possible.value) return
    on.value = true
    blank.value = false
    settings.lentTheme = 'projector'
    before = playback.position
    playback.first()
  }

  function leave(): void {
    if (on.value && playback.shown === 0) playback.seek(before ?? playback.total)
    on.value = false
    blank.value = false
    settings.lentTheme = null
  }

  const steps: Readonly<Record<Exclude<PresenterAction, 'blank' | 'leave'>, () => void>> = {
    next: () => playback.step(1),
    previous: () => playback.step(-1),
    first: () => playback.first(),
    last: () => playback.last(),
  }

  /** What a key, a clicker, a button or the notes ask for. A dark screen first comes back where it was. */
  function act(action: PresenterAction): void {
    if (action === 'leave') leave()
    else if (action === 'blank') blank.value = on.value && !blank.value
    else if (blank.value) blank.value = false
    else steps[action]()
  }

  return { on, blank, possible, enter, leave, act }
})
