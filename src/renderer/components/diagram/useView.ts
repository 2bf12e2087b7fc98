import { onBeforeUnmount, ref, watch, type Ref } from 'vue'
import type { Stop } from './reading-order'
import type { Frame } from './useFrame'

/** So near the end the reader is following it, pixels of the screen. */
const NEAR = 48

/** A place in a conversation that outlives a layout: so many pixels of the diagram below a segment's sending. */
export interface Place {
  /** The segment's number; null where there is none, and the height counts from the top. */
  readonly n: number | null
  readonly below: number
}

interface Parts {
  readonly frame: Pick<Frame, 'look' | 'scrollTo' | 'tall' | 'top'>
  /** Height of the whole picture, pixels of the screen. */
  readonly content: Readonly<Ref<number>>
  /** Pixels of the screen for one of the diagram. */
  readonly scale: Readonly<Ref<number>>
  /** Height of the heads that stay on top, and what is kept free around a mark; pixels of the screen. */
  readonly covered: () => number
  readonly room: () => number
  readonly chosen: Readonly<Ref<Stop | null>>
  /** Names the place at a height of the diagram, and finds it again after another layout. */
  readonly placeAt: (y: number) => Place
  readonly heightOf: (place: Place) => number
  /** Whether the conversation is shown as it comes. */
  readonly live: Readonly<Ref<boolean>>
}

export interface View {
  /** Whether the reader is at the end, so that what comes is to be seen. */
  readonly following: Readonly<Ref<boolean>>
  readonly onScroll: () => void
  readonly toNewest: () => void
  /** Scrolls a mark into the frame, clear of the heads, if it is not there. */
  readonly reveal: (stop: Pick<Stop, 'top' | 'bottom'>) => void
  readonly toStart: () => void
}

/**
 * Keeps in view what belongs there, whatever changes its size: the picture as it grows, the frame as the window or a
 * banner does. That is the end for a reader who follows it, else the chosen mark if it was in view, else the place that
 * was being read. It scrolls at most once a frame, just before the browser lays out anyway, and reads no sizes from the page.
 */
export function useView(parts: Parts): View {
  const { chosen, content, covered, frame, live, room, scale } = parts
  const following = ref(true)
  /** What is at the top of the frame, and whether the chosen mark is in view. */
  let place: Place = { n: null, below: 0 }
  let chosenInView = true
  /** The frame in which `settle` will run; 0 for none. */
  let waiting = 0

  const goal = ({ bottom, top }: Pick<Stop, 'top' | 'bottom'>): number => {
    const highest = bottom * scale.value + room() - frame.tall.value
    const lowest = top * scale.value - covered() - room()
    return Math.max(0, Math.min(lowest, Math.max(highest, frame.top())))
  }

  function onScroll(): void {
    frame.look()
    // Sizes have changed, and the browser has moved the frame on its own: the reader is still where they were.
    if (waiting !== 0) return
    place = parts.placeAt(frame.top() / scale.value)
    following.value = content.value - frame.top() - frame.tall.value < NEAR
    const stop = chosen.value
    chosenInView =
      stop !== null &&
      stop.bottom * scale.value > frame.top() &&
      stop.top * scale.value < frame.top() + frame.tall.value
  }

  function scrollTo(top: number): void {
    frame.scrollTo(top)
    onScroll()
  }

  function reveal(stop: Pick<Stop, 'top' | 'bottom'>): void {
    scrollTo(goal(stop))
  }

  function settle(): void {
    if (!(frame.tall.value > 0)) return
    if (chosen.value !== null && chosenInView) reveal(chosen.value)
    else if (following.value && live.value) scrollTo(content.value - frame.tall.value)
    else scrollTo(parts.heightOf(place) * scale.value)
  }

  const settleSoon = (): void => {
    if (waiting !== 0) return
    waiting = requestAnimationFrame(() => {
      waiting = 0
      settle()
    })
  }
  watch([content, scale, frame.tall], settleSoon, { flush: 'post', immediate: true })
  watch(
    () => chosen.value?.key,
    () => {
      chosenInView = true
      settleSoon()
    },
    { flush: 'post' },
  )
  onBeforeUnmount(() => cancelAnimationFrame(waiting))

  return {
    following,
    onScroll,
    toNewest: () => scrollTo(content.value - frame.tall.value),
    reveal,
    toStart: () => scrollTo(0),
  }
}
