import { say, type Code, type Language } from '../text'
import type { Provenance } from '../trace/names'
import type { Geometry } from './geometry'

/** One entry of the legend: a sample and what it means. Only what occurs in the diagram is explained. */
export interface LegendItem {
  readonly sample: 'event' | 'call' | 'segment' | 'state' | 'lost' | 'unknown' | 'note'
  readonly provenance: Provenance
  readonly text: string
}

function distinct(marks: readonly { readonly provenance: Provenance }[]): readonly Provenance[] {
  const found = new Set<Provenance>()
  for (const { provenance } of marks) found.add(provenance)
  return [...found]
}

/** What the reader must be told to read this diagram, in the order of reading it. */
export function legend(geometry: Geometry, language: Language): readonly LegendItem[] {
  const { arrows, events, states } = geometry
  const items: LegendItem[] = []
  const add = (sample: LegendItem['sample'], provenance: Provenance, code: Code): void => {
    items.push({ sample, provenance, text: say(code, language) })
  }
  for (const kind of ['event', 'call'] as const) {
    for (const provenance of distinct(events.filter((line) => line.kind === kind))) {
      add(kind, provenance, `diagram.legend.${kind}.${provenance === 'simulated' ? 'simulated' : 'observed'}`)
    }
  }
  for (const provenance of distinct(arrows)) add('segment', provenance, `diagram.legend.segment.${provenance}`)
  for (const provenance of distinct(states)) add('state', provenance, `diagram.legend.state.${provenance}`)
  const lost = arrows.find((arrow) => arrow.end === 'cross')
  if (lost !== undefined) add('lost', lost.provenance, 'diagram.legend.lost')
  const unknown = arrows.find((arrow) => arrow.unknown)
  if (unknown !== undefined) add('unknown', unknown.provenance, 'diagram.legend.unknown')
  const noted = arrows.find((arrow) => arrow.noted)
  if (noted !== undefined) add('note', noted.provenance, 'diagram.legend.note')
  return items
}
