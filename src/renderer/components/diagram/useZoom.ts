import { select, zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from 'd3'
import { nextTick, onScopeDispose, ref, watch, type Ref } from 'vue'

export interface Zoom {
  /** 1 is the picture as wide as its frame. */
  readonly scale: Readonly<Ref<number>>
  readonly zoomIn: () => void
  readonly zoomOut: () => void
  readonly reset: () => void
}

const SCALES: [number, number] = [0.5, 4]
const STEP = 1.25

/** What zooms and pans: the wheel with Ctrl or Cmd, two fingers, and the mouse where it presses on no mark. */
function isOurs(event: Event): boolean {
  if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey
  if (typeof TouchEvent !== 'undefined' && event instanceof TouchEvent) return event.touches.length > 1
  if (!(event instanceof MouseEvent) || event.button !== 0 || event.ctrlKey) return false
  return event.type === 'mousedown' && !(event.target instanceof Element && event.target.closest('[data-mark]'))
}

interface Zoomed extends HTMLElement {
  __zoom?: ZoomTransform
}

/**
 * The one place that knows d3-zoom. It turns gestures into a scale and into the scroll position of `frame`, so that
 * scroll bars, sticky heads and the plain wheel stay the browser's own.
 */
export function useZoom(frame: Readonly<Ref<HTMLElement | null>>): Zoom {
  const scale = ref(1)

  /** Tells d3-zoom where the frame really is: the reader may have scrolled it by other means. */
  const follow = (element: Zoomed): void => {
    element.__zoom = zoomIdentity.translate(-element.scrollLeft, -element.scrollTop).scale(scale.value)
  }

  const behaviour = zoom<Zoomed, unknown>()
    .scaleExtent(SCALES)
    .filter(isOurs)
    .on('zoom', ({ transform }: D3ZoomEvent<Zoomed, unknown>) => {
      const { k, x, y } = transform
      scale.value = k
      void nextTick(() => {
        const element = frame.value
        if (element === null) return
        element.scrollLeft = -x
        element.scrollTop = -y
      })
    })

  const attach = (element: Zoomed): (() => void) => {
    const onScroll = (): void => follow(element)
    const selection = select(element)
    follow(element)
    selection.call(behaviour).on('dblclick.zoom', null)
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      element.removeEventListener('scroll', onScroll)
      selection.on('.zoom', null)
    }
  }

  let detach: (() => void) | null = null
  watch(
    frame,
    (element) => {
      detach?.()
      detach = element === null ? null : attach(element)
    },
    { immediate: true, flush: 'post' },
  )
  onScopeDispose(() => detach?.())

  const by = (factor: number): void => {
    if (frame.value !== null) select<Zoomed, unknown>(frame.value).call(behaviour.scaleBy, factor)
  }
  return {
    scale,
    zoomIn: () => by(STEP),
    zoomOut: () => by(1 / STEP),
    reset: () => by(1 / scale.value),
  }
}
