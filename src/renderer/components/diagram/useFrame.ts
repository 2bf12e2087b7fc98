import { useElementSize, useEventListener, useMutationObserver } from '@vueuse/core'
import { computed, onMounted, shallowRef, type ComputedRef, type Ref } from 'vue'

export interface Frame {
  /** Inner size in pixels of the diagram, before zoom: what the layout may fill. */
  readonly width: ComputedRef<number>
  /** The same upright; 0 while it is not known. */
  readonly height: ComputedRef<number>
  /** Inner height in pixels of the screen; 0 while it is not known. */
  readonly tall: Readonly<Ref<number>>
  /** How much larger than at the usual type size the theme wants everything (projector). */
  readonly base: Ref<number>
  /** The band that is on screen, widened, in pixels of the screen; it moves in steps, so that scrolling redraws rarely. */
  readonly band: ComputedRef<readonly [number, number]>
  /** How far the frame is scrolled, pixels of the screen. */
  readonly top: () => number
  /** Takes over where the frame really is. To be called when it was scrolled. */
  readonly look: () => void
  /** Scrolls, and takes over where that led: the browser keeps within the content. */
  readonly scrollTo: (top: number) => void
}

/** The size of type for which the diagram's own sizes are meant. */
const USUAL_FONT_SIZE = 14
const STEP = 240
const OVERSCAN = 480

/** Where the scrolling frame is and how large; knows nothing of what is in it. */
export function useFrame(frame: Readonly<Ref<HTMLElement | null>>): Frame {
  const size = useElementSize(frame)
  const step = shallowRef(0)
  const base = shallowRef(1)
  let scrolled = 0

  const readBase = (): void => {
    const pixels = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    base.value = Number.isFinite(pixels) && pixels > 0 ? pixels / USUAL_FONT_SIZE : 1
  }
  onMounted(readBase)
  // The theme and presenter mode choose the size of type, the latter after that of the window.
  useMutationObserver(() => document.documentElement, readBase, {
    attributes: true,
    attributeFilter: ['data-theme', 'data-presenting'],
  })
  useEventListener(window, 'resize', readBase, { passive: true })

  const look = (): void => {
    scrolled = frame.value?.scrollTop ?? 0
    step.value = Math.floor(scrolled / STEP) * STEP
  }
  const scrollTo = (top: number): void => {
    if (frame.value !== null && Math.abs(frame.value.scrollTop - top) >= 1) frame.value.scrollTop = Math.max(0, top)
    look()
  }
  // In steps of 8, so that a window being resized lays out anew now and then, not at every pixel.
  const width = computed(() => Math.floor(size.width.value / base.value / 8) * 8)
  const height = computed(() => Math.floor(size.height.value / base.value))
  const band = computed(() => {
    const height = size.height.value > 0 ? size.height.value : 2 * STEP
    return [step.value - OVERSCAN, step.value + STEP + height + OVERSCAN] as const
  })
  return { width, height, tall: size.height, base, band, top: () => scrolled, look, scrollTo }
}
