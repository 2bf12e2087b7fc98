import { useEventListener } from '@vueuse/core'
import { onMounted, onScopeDispose, ref, type Ref } from 'vue'
import { useLab } from '@renderer/stores/lab'

export interface FullScreen {
  readonly full: Readonly<Ref<boolean>>
  /** Asks for the whole screen, or gives it back. */
  readonly toggle: () => void
  /** Asks again where the host wanted a key or click first; a refusal of that is respected. */
  readonly retry: () => void
  /** The host is about to end full screen by itself: that is no wish of the reader's. */
  readonly excuse: () => void
}

/**
 * The whole page on the whole screen while the component lives. Where it is refused the page fills its window, and
 * everything else is the same.
 *
 * @param onLeft - the reader left full screen by the browser's own means, such as Escape, which no page hears then
 */
export const useFullScreen = (onLeft: () => void): FullScreen =>
  useLab().host === 'desktop' ? ofWindow() : ofPage(onLeft)

/**
 * By way of the desktop's main process, which needs no key or click for it: a menu gives neither. Leaving the whole screen
 * is not leaving the presentation there, as the page hears Escape itself.
 */
function ofWindow(): FullScreen {
  const lab = useLab()
  const full = ref(false)
  async function ask(on: boolean): Promise<void> {
    const answer = await lab.call('fullScreen', { on })
    full.value = on && answer.ok
  }
  const nothing = (): void => undefined
  onScopeDispose(lab.onMenu((action) => action === 'left-full-screen' && (full.value = false)))
  onMounted(() => ask(true))
  onScopeDispose(() => void ask(false))
  return { full, toggle: () => void ask(!full.value), retry: nothing, excuse: nothing }
}

/** By way of the browser (Fullscreen API, §4). */
function ofPage(onLeft: () => void): FullScreen {
  const full = ref(false)
  let mayRetry = false
  let excused = false
  let asking = false

  async function ask(): Promise<void> {
    asking = true
    try {
      await document.documentElement.requestFullscreen()
    } catch {
      full.value = false
    }
    asking = false
  }
  async function end(): Promise<void> {
    if (document.fullscreenElement) await document.exitFullscreen().catch(() => undefined)
  }

  useEventListener(document, 'fullscreenchange', () => {
    const was = full.value
    full.value = Boolean(document.fullscreenElement)
    if (!was || full.value) return
    if (excused) mayRetry = true
    else onLeft()
    excused = false
  })
  onMounted(async () => {
    await ask()
    mayRetry = !document.fullscreenElement
  })
  onScopeDispose(() => void end())

  return {
    full,
    toggle() {
      excused = full.value
      void (full.value ? end().then(() => (mayRetry = false)) : ask())
    },
    retry() {
      excused = false
      if (!mayRetry) return
      mayRetry = false
      void ask()
    },
    excuse() {
      // Also one that is asked for, or given and not told of yet: the host takes it back at once.
      excused = full.value || asking || Boolean(document.fullscreenElement)
      mayRetry = true
    },
  }
}
