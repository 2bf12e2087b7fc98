import type { Provenance } from '../trace/names'
import type { Colour } from './colours'
import type { Face } from './measure'
import { FACE } from './options'

/**
 * A picture as a list of shapes, each with all that a brush needs: where it is and how it looks. Two brushes paint them,
 * the SVG writer (svg/paint.ts) and the interface (renderer, components/diagram/brush.ts). A brush decides nothing: it
 * only gives a colour's name a value and a face its font family. Lengths are pixels at 1:1.
 */

/** What a shape is for. Shapes of one role are of one kind, and share all of their look but the colour and the dashes. */
export type Role =
  | 'lifeline'
  | 'box'
  | 'name'
  | 'address'
  | 'bar'
  | 'outline'
  | 'stripes'
  | 'sides'
  | 'state-name'
  | 'hairline'
  | 'dot'
  | 'call'
  | 'event-text'
  | 'line'
  | 'head'
  | 'sender'
  | 'pause'
  | 'ground'
  | 'flags'
  | 'numbers'
  | 'remark'
  | 'sign'
  | 'meaning'

/** What shapes of one role share. */
interface RoleLook {
  readonly strokeWidth?: number
  /** Round ends and corners. */
  readonly round?: boolean
  readonly fillOpacity?: number
  readonly face?: Face
  readonly anchor?: Anchor
}

export type Anchor = 'start' | 'middle' | 'end'

const ROLES: Readonly<Record<Role, RoleLook>> = {
  lifeline: { strokeWidth: 1.5 },
  box: { strokeWidth: 1 },
  name: { face: FACE.head, anchor: 'middle' },
  address: { face: FACE.subtitle, anchor: 'middle' },
  bar: {},
  outline: { strokeWidth: 1.2 },
  stripes: { strokeWidth: 7 },
  sides: { strokeWidth: 1 },
  'state-name': { face: FACE.state },
  hairline: { strokeWidth: 1 },
  dot: {},
  call: {},
  'event-text': { face: FACE.event },
  line: { strokeWidth: 1.8 },
  head: { strokeWidth: 1.8, round: true },
  sender: {},
  pause: { face: FACE.pause, anchor: 'middle' },
  ground: { fillOpacity: 0.88 },
  flags: { face: FACE.flags, anchor: 'end' },
  numbers: { face: FACE.numbers },
  remark: { face: FACE.tag },
  sign: { face: FACE.sign, anchor: 'middle' },
  meaning: { face: FACE.meaning },
}

/** How a shape looks. Equal looks are the same object, so that a brush may group by it. */
export interface Look extends RoleLook {
  readonly role: Role
  /** Where the mark comes from, if it stands for something of the trace (invariant 1). */
  readonly provenance: Provenance | null
  readonly fill: Colour | null
  readonly stroke: Colour | null
  /** A dash pattern as in SVG; null is solid. */
  readonly dash: string | null
}

/** What of a look is not the role's own. */
interface Paint {
  readonly provenance?: Provenance
  readonly fill?: Colour
  readonly stroke?: Colour
  readonly dash?: string | null
  readonly anchor?: Anchor
  readonly bold?: boolean
}

const looks = new Map<string, Look>()

/** The look of a role in these colours; the same object for the same arguments. */
export function look(role: Role, paint: Paint): Look {
  const { provenance = null, fill = null, stroke = null, dash = null, anchor, bold } = paint
  const key = `${role} ${provenance} ${fill} ${stroke} ${dash} ${anchor} ${bold}`
  let known = looks.get(key)
  if (known === undefined) {
    const { face, ...shared } = ROLES[role]
    known = {
      ...shared,
      role,
      provenance,
      fill,
      stroke,
      dash,
      ...(face === undefined ? {} : { face: bold === undefined ? face : { ...face, bold } }),
      ...(anchor === undefined ? {} : { anchor }),
    }
    looks.set(key, known)
  }
  return known
}

interface Shape {
  readonly look: Look
  /** Which part of the connection it stands for, where an exported picture says so: `['segment', 3]`. */
  readonly of?: readonly [kind: 'segment' | 'state' | 'events', at: number | string]
}

export interface PathShape extends Shape {
  readonly shape: 'path'
  readonly d: string
}

/** A point, and by how many degrees what stands there is turned around it. */
export interface Turn {
  readonly x: number
  readonly y: number
  readonly angle: number
}

export interface RectShape extends Shape {
  readonly shape: 'rect'
  /** Its own coordinates are measured from there. */
  readonly turn?: Turn
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly rx: number
}

export interface CircleShape extends Shape {
  readonly shape: 'circle'
  readonly cx: number
  readonly cy: number
  readonly r: number
}

/** One run of one face, and perhaps a second one of another right behind it; placed at its anchor, on its baseline. */
export interface TextShape extends Shape {
  readonly shape: 'text'
  readonly x: number
  readonly y: number
  /** Degrees; 0 for text that is level. */
  readonly angle: number
  readonly text: string
  readonly tail?: { readonly look: Look; readonly text: string }
}

export type Primitive = PathShape | RectShape | CircleShape | TextShape

/** What tells one brush from another: which value a colour's name has, and which family a face. */
export interface Brush {
  readonly colour: (name: Colour) => string
  readonly family: (mono: boolean) => string
}

/** A look as SVG presentation attributes; the family only where it is not the picture's own. */
export function attributesOf(look: Look, { colour, family }: Brush): Readonly<Record<string, string | number>> {
  const { anchor, dash, face, fill, fillOpacity, provenance, round, stroke, strokeWidth } = look
  return {
    ...(provenance === null ? {} : { 'data-provenance': provenance }),
    ...(fill === null ? {} : { fill: colour(fill) }),
    ...(fillOpacity === undefined ? {} : { 'fill-opacity': fillOpacity }),
    ...(stroke === null ? {} : { stroke: colour(stroke) }),
    ...(strokeWidth === undefined || strokeWidth === 1 ? {} : { 'stroke-width': strokeWidth }),
    ...(dash === null ? {} : { 'stroke-dasharray': dash }),
    ...(round === true ? { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' } : {}),
    ...(anchor === undefined ? {} : { 'text-anchor': anchor }),
    ...(face === undefined ? {} : { 'font-size': face.size }),
    ...(face?.bold === true ? { 'font-weight': 700 } : {}),
    ...(face?.mono === true || look.role === 'remark' ? { 'font-family': family(face?.mono === true) } : {}),
  }
}
