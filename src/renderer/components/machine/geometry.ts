import { isSynchronized } from '@shared/tcp/states'
import type { TcpState } from '@shared/trace/names'
import { TRANSITIONS, type Transition } from '@shared/tcp/transitions'

/** RFC 9293's Figure 5 as numbers: where each state stands, and how its edges run. Units are those of the view box. */
export const VIEW = { width: 1000, height: 790 }
export const BOX = { width: 138, height: 44 }

export interface Place {
  readonly state: TcpState
  readonly x: number
  readonly y: number
  /** The figure draws CLOSED twice: where everything begins, and where it ends. */
  readonly end: boolean
}

const place = (state: TcpState, x: number, y: number, end = false): Place => ({ state, x, y, end })

export const PLACES: readonly Place[] = [
  place('CLOSED', 500, 36),
  place('LISTEN', 500, 150),
  place('SYN-RECEIVED', 190, 260),
  place('SYN-SENT', 810, 260),
  place('ESTABLISHED', 500, 370),
  place('FIN-WAIT-1', 190, 480),
  place('CLOSE-WAIT', 810, 480),
  place('FIN-WAIT-2', 80, 610),
  place('CLOSING', 470, 610),
  place('LAST-ACK', 810, 610),
  place('TIME-WAIT', 260, 740),
  place('CLOSED', 810, 740, true),
]

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Edge {
  readonly key: string
  readonly transitions: readonly Transition[]
  readonly path: string
  /** The way the path goes, from end to end. */
  readonly points: readonly Point[]
  /** Part of the RFC's figure; the others are drawn only once they have been taken. */
  readonly inFigure: boolean
}

/** The figure's own edges, `FROM>TO`, and how far each bends to its left; straight where nothing is said. */
const BENDS: Readonly<Record<string, number>> = {
  'CLOSED>LISTEN': 105,
  'LISTEN>CLOSED': 105,
  'CLOSED>SYN-SENT': 80,
  'SYN-SENT>CLOSED': -210,
  'LISTEN>SYN-RECEIVED': 0,
  'LISTEN>SYN-SENT': 0,
  'SYN-SENT>SYN-RECEIVED': 0,
  'SYN-RECEIVED>LISTEN': 120,
  'SYN-RECEIVED>ESTABLISHED': 0,
  'SYN-SENT>ESTABLISHED': 0,
  'SYN-RECEIVED>FIN-WAIT-1': 0,
  'ESTABLISHED>FIN-WAIT-1': 0,
  'ESTABLISHED>CLOSE-WAIT': 0,
  'FIN-WAIT-1>FIN-WAIT-2': 0,
  'FIN-WAIT-1>CLOSING': 0,
  'FIN-WAIT-2>TIME-WAIT': 0,
  'CLOSE-WAIT>LAST-ACK': 0,
  'CLOSING>TIME-WAIT': 0,
  'LAST-ACK>CLOSED': 0,
  'TIME-WAIT>CLOSED': 0,
}

/** How far an edge bends that the figure leaves out, where the usual bend would cross something. */
const ASIDE_BENDS: Readonly<Record<string, number>> = { 'FIN-WAIT-1>TIME-WAIT*': 0 }

/** What the figure names on those edges; other causes of the same change are told in the list only. */
const NOT_IN_FIGURE: ReadonlySet<string> = new Set([
  'rcv RST',
  'ABORT',
  'give up',
  'rcv SYN (passive OPEN)',
  'CLOSE with unread data',
  'rcv data after CLOSE',
])

const startOf = (state: TcpState): Place => find(state, false)
const endOf = (from: TcpState, to: TcpState): Place => find(to, to === 'CLOSED' && isSynchronized(from))

function find(state: TcpState, end: boolean): Place {
  const found = PLACES.find((one) => one.state === state && one.end === end)
  if (!found) throw new Error(`${state} has no place`)
  return found
}

/** A label's type, in units of the view box; the width of a character is that of a wide one. */
export const LABEL = { size: 13, line: 15, character: 7.2, pad: 4 }

/** The room that a label takes: as wide as its longest line. */
export function labelBox(lines: readonly string[]): { readonly width: number; readonly height: number } {
  const longest = Math.max(0, ...lines.map((line) => line.length))
  return { width: longest * LABEL.character + 2 * LABEL.pad, height: lines.length * LABEL.line + LABEL.pad }
}

/** Every change of state there is, one edge for each pair of states and each side of the figure's border. */
export const EDGES: readonly Edge[] = build()

function build(): Edge[] {
  const groups = new Map<string, Transition[]>()
  for (const transition of TRANSITIONS) {
    const pair = `${transition.from}>${transition.to}`
    const drawn =
      pair in BENDS &&
      transition.id !== 'listen-active-open' &&
      !NOT_IN_FIGURE.has(transition.event) &&
      !transition.counterfactual
    const key = drawn ? pair : `${pair}*`
    groups.set(key, [...(groups.get(key) ?? []), transition])
  }
  return [...groups].map(([key, transitions]) => edge(key, transitions))
}

function edge(key: string, transitions: readonly Transition[]): Edge {
  const inFigure = !key.endsWith('*')
  const first = transitions[0]
  if (!first) throw new Error('an edge has a transition')
  const from = startOf(first.from)
  const to = endOf(first.from, first.to)
  const bend = inFigure ? (BENDS[key] ?? 0) : (ASIDE_BENDS[key] ?? 46)
  const dx = to.x - from.x
  const dy = to.y - from.y
  const length = Math.hypot(dx, dy) || 1
  const middle = {
    x: (from.x + to.x) / 2 - (dy / length) * bend * -1,
    y: (from.y + to.y) / 2 - (dx / length) * bend,
  }
  const a = border(from, middle)
  const b = border(to, middle)
  const path = `M${a.x},${a.y}Q${middle.x},${middle.y} ${b.x},${b.y}`
  return { key, transitions, path, points: curve(a, middle, b), inFigure }
}

/** A quadratic Bézier curve as 101 points along it. */
function curve(a: Point, middle: Point, b: Point): readonly Point[] {
  return Array.from({ length: 101 }, (_, step) => {
    const t = step / 100
    const [u, v, w] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2]
    return { x: u * a.x + v * middle.x + w * b.x, y: u * a.y + v * middle.y + w * b.y }
  })
}

/** Where the line from the middle of a box towards a point leaves the box. */
function border(box: Place, towards: { x: number; y: number }): { x: number; y: number } {
  const dx = towards.x - box.x
  const dy = towards.y - box.y
  const scale = Math.min(
    dx === 0 ? Infinity : (BOX.width / 2 + 3) / Math.abs(dx),
    dy === 0 ? Infinity : (BOX.height / 2 + 3) / Math.abs(dy),
  )
  return { x: Math.round(box.x + dx * scale), y: Math.round(box.y + dy * scale) }
}
