/** A place on the desktop, in device-independent pixels. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface WindowPlace extends Rectangle {
  readonly maximized: boolean
}

export const SMALLEST = { width: 800, height: 560 } as const
/** How much of the title bar must be on a display for a hand to grab it. */
const GRIP = { width: 120, height: 40 } as const
const LARGEST = 32_768

/** A remembered place that makes sense; null for anything else that was found in the file. */
export function readPlace(text: string): WindowPlace | null {
  const found = parse(text)
  if (typeof found !== 'object' || found === null) return null
  const { x, y, width, height, maximized } = found as Record<string, unknown>
  if (!isLength(x) || !isLength(y) || !isLength(width) || !isLength(height)) return null
  if (width < SMALLEST.width || height < SMALLEST.height) return null
  return { x, y, width, height, maximized: maximized === true }
}

/** Whether the top of the window can be reached on one of the displays that are there now. */
export function isReachable(place: Rectangle, workAreas: readonly Rectangle[]): boolean {
  return workAreas.some(
    (area) =>
      overlap(place.x, place.width, area.x, area.width) >= GRIP.width &&
      place.y >= area.y - 1 &&
      place.y <= area.y + area.height - GRIP.height,
  )
}

const overlap = (a: number, lengthOfA: number, b: number, lengthOfB: number): number =>
  Math.min(a + lengthOfA, b + lengthOfB) - Math.max(a, b)

const isLength = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= LARGEST

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
