import { readdirSync, readFileSync } from 'node:fs'
import type { Flag } from '@shared/trace/names'
import type { Connection, TraceEvent, TraceSegment } from '@shared/trace/schema'
import type { ScenarioInput } from '@shared/scenario/schema'
import { twin } from '@shared/tcp/twin'

/** What a file of tests/fixtures/*-captures holds: see its README. */
export interface Capture {
  readonly scenario: ScenarioInput
  readonly recorded: { readonly kernel: string; readonly runs: number }
  readonly shapes: Readonly<Record<string, number>>
  readonly typical: { readonly events: readonly TraceEvent[]; readonly segments: readonly CapturedSegment[] }
}

type CapturedSegment = Pick<TraceSegment, 't' | 'from' | 'flags' | 'relSeq' | 'relAck' | 'len' | 'window'>

export interface Verdict {
  readonly id: string
  /** Segments with SYN, FIN, RST or data: how many the wire had, and whether the twin's are the same. */
  readonly marked: number
  readonly markedRight: boolean
  /** The whole conversation equals one of the recorded shapes, long data segments compared by byte range. */
  readonly shapeRight: boolean
  readonly inferred: string
  readonly recorded: string
}

export function loadCaptures(folder: string): readonly Capture[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Capture)
}

export function connectionOf({ scenario, typical }: Capture): Connection {
  const address = { address: scenario.id.startsWith('v6') ? '::1' : '127.0.0.1', port: 0 }
  return {
    id: scenario.id,
    client: address,
    server: address,
    observes: ['client', 'server'],
    allowHalfOpen: {
      client: scenario.client?.allowHalfOpen ?? false,
      server: scenario.server?.allowHalfOpen ?? false,
    },
    isn: { client: 0xffff_ff00, server: 1_000_000 },
    events: typical.events.flatMap((event) => [
      { ...event, provenance: 'observed' as const },
      ...switchesOf(scenario, event),
    ]),
    segments: [],
    states: [],
    notes: [],
  }
}

/** A scenario's `noDelay` is a call to the recorder, made as soon as there is a socket. */
function switchesOf(scenario: ScenarioInput, { t, side, name }: TraceEvent): readonly TraceEvent[] {
  const sets = (side === 'client' && name === 'call:connect') || name === 'connection'
  if (!sets || scenario[side]?.noDelay !== true) return []
  return [{ t, side, name: 'call:setNoDelay', provenance: 'observed', detail: { noDelay: true } }]
}

/** Plays the recorded events through the twin and holds what it infers against the wire. */
export function judge(capture: Capture): Verdict {
  const inferred = merge(numbered(twin(connectionOf(capture)).segments))
  const recorded = merge(numbered(capture.typical.segments))
  const marked = recorded.filter(isMarked)
  const shapes = Object.keys(capture.shapes).map((shape) => spell(merge(numbered(parse(shape)))))
  return {
    id: capture.scenario.id,
    marked: marked.length,
    markedRight: spell(ranges(inferred)) === spell(ranges(recorded)),
    shapeRight: shapes.includes(spell(inferred)),
    inferred: spell(inferred),
    recorded: spell(recorded),
  }
}

interface Shape {
  readonly from: 'client' | 'server'
  readonly flags: readonly Flag[]
  readonly relSeq: number
  readonly relAck: number | null
  readonly len: number
}

const LETTERS: readonly (readonly [string, Flag])[] = [
  ['F', 'FIN'],
  ['S', 'SYN'],
  ['R', 'RST'],
  ['P', 'PSH'],
  ['A', 'ACK'],
]

const withoutPush = ({ from, flags, relSeq, relAck, len }: Shape): Shape => ({
  from,
  flags: flags.filter((flag) => flag !== 'PSH'),
  relSeq,
  relAck,
  len,
})

/**
 * An end that never sent a SYN has no ISN to count from: its number, 0, is what it is. The packet analyser that read the
 * captures shows it as 1.
 */
const numbered = (segments: readonly Shape[]): readonly Shape[] =>
  segments.map((segment) => {
    const counts = segments.some(({ from, flags }) => from === segment.from && flags.includes('SYN'))
    return counts ? withoutPush(segment) : { ...withoutPush(segment), relSeq: 0 }
  })

const isMarked = ({ flags, len }: Shape): boolean => len > 0 || flags.some((flag) => flag !== 'ACK' && flag !== 'PSH')

/** Data that the kernel cuts otherwise counts as the same bytes: neighbours of one sender become one. */
function ranges(segments: readonly Shape[]): readonly Shape[] {
  return merge(segments.filter(isMarked))
}

function merge(segments: readonly Shape[]): readonly Shape[] {
  const merged: Shape[] = []
  for (const segment of segments) {
    const last = merged.at(-1)
    const goesOn = last && last.from === segment.from && last.len > 0 && segment.len > 0
    if (goesOn && last.relSeq + last.len === segment.relSeq) {
      merged[merged.length - 1] = { ...segment, relSeq: last.relSeq, len: last.len + segment.len }
    } else merged.push(segment)
  }
  return merged
}

/** `c:PA:1/36+43`: from client, PSH and ACK, seq 1, ack 36, 43 bytes. */
function spell(segments: readonly Shape[]): string {
  return segments
    .map(({ from, flags, relSeq, relAck, len }) => {
      const letters = LETTERS.filter(([, flag]) => flags.includes(flag)).map(([letter]) => letter)
      return `${from.charAt(0)}:${letters.join('')}:${relSeq}/${relAck ?? '-'}+${len}`
    })
    .join(' ')
}

function parse(shape: string): readonly Shape[] {
  return shape.split(' ').map((word) => {
    const [, from, letters = '', seq, ack, len] = /^([cs]):([A-Z]+):(\d+)\/(\d+|-)\+(\d+)$/.exec(word) ?? []
    return {
      from: from === 'c' ? 'client' : 'server',
      flags: LETTERS.filter(([letter]) => letters.includes(letter)).map(([, flag]) => flag),
      relSeq: Number(seq),
      relAck: ack === '-' ? null : Number(ack),
      len: Number(len),
    }
  })
}
