import * as v from 'valibot'
import { toPcapng } from '../../src/shared/capture/pcapng'
import { describe, renderSvg, tableRows } from '../../src/shared/diagram'
import { renderHandout } from '../../src/shared/handout'
import { faultOf, faultText } from '../../src/shared/json/fault'
import { parseJson } from '../../src/shared/json/parse'
import { jsonPieces } from '../../src/shared/json/pieces'
import { placeOf } from '../../src/shared/json/place'
import { LESSONS } from '../../src/shared/lesson'
import { parseLesson } from '../../src/shared/lesson/parse'
import { parseProgress } from '../../src/shared/lesson/progress'
import { parseHistory } from '../../src/shared/predict/history'
import { checkBatch, checkParams } from '../../src/shared/protocol/check'
import { COMMAND_NAMES } from '../../src/shared/protocol/commands'
import { fromNotesSchema, readPresenterMessage, toNotesSchema } from '../../src/shared/protocol/presenter'
import { callMessageSchema, readMessage, serverMessageSchema } from '../../src/shared/protocol/wire'
import { CATALOGUE } from '../../src/shared/scenario/catalogue'
import { parseScenario } from '../../src/shared/scenario/parse'
import type { Scenario } from '../../src/shared/scenario/schema'
import { simulate } from '../../src/shared/tcp/simulate'
import { twinTrace } from '../../src/shared/tcp/twin'
import { traceSchema, type Trace } from '../../src/shared/trace/schema'
import { mutate } from './mutate'
import type { Random } from './random'

type Kind = 'scenario' | 'lesson' | 'trace' | 'message'

interface Sample {
  readonly kind: Kind
  readonly text: string
}

/** Longest text that wrong ones are made from, UTF-16 units: what a longer one holds, a shorter one does too. */
const LONGEST = 8000

/** Texts that are right, from which wrong ones are made. */
function corpus(): ReadonlyMap<Kind, readonly Sample[]> {
  const scenarios = CATALOGUE.map(({ scenario }) => scenario)
  const traces = scenarios.flatMap((scenario) => {
    const played = simulate(scenario)
    return played.ok ? [played.value] : []
  })
  const messages = [
    { kind: 'call', id: 1, command: 'play', params: { scenario: scenarios[0] } },
    { kind: 'call', id: 2, command: 'write', params: { side: 'client', text: 'x' } },
    { kind: 'hello', protocol: 1 },
    { kind: 'reply', id: 1, answer: { ok: true, value: {} } },
    { kind: 'batch', batch: { sequence: 1, events: [{ kind: 'removed', connection: 'c1' }] } },
    { kind: 'next', version: 1, entries: [], side: 'client', bytes: 1, port: 3000, milliseconds: 5, runs: 3 },
    { scenario: scenarios[0] },
  ]
  const all = { scenario: scenarios, lesson: LESSONS, trace: traces, message: messages }
  return new Map(
    Object.entries(all).map(([kind, values]) => {
      const samples = values.map((value): Sample => ({ kind: kind as Kind, text: JSON.stringify(value) }))
      return [kind as Kind, samples.filter(({ text }) => text.length <= LONGEST)]
    }),
  )
}

/** What each reader of foreign input is given, and must answer in words whatever comes. */
const READERS: Readonly<Record<Kind, (text: string, draw: boolean) => void>> = {
  scenario(text, draw) {
    const scenario = parseScenario(text)
    if (!scenario.ok) return inWords(scenario.error)
    if (!draw || bytesOf(scenario.value) > 100_000) return
    const played = simulate(scenario.value)
    if (played.ok) show(played.value)
  },
  lesson(text) {
    const lesson = parseLesson(text, { knowsScenario: () => true })
    if (!lesson.ok) inWords(lesson.error)
  },
  trace(text, draw) {
    const json = parseJson(text)
    if (!json.ok) return inWords(json.error)
    const trace = v.safeParse(traceSchema, json.value)
    if (trace.success) return draw ? show(trace.output) : undefined
    const fault = faultOf(trace.issues[0])
    inWords({ message: faultText(fault) })
    placeOf(text, fault.path)
  },
  message(text) {
    for (const schema of [callMessageSchema, serverMessageSchema]) readMessage(schema, text)
    parseHistory(text)
    parseProgress(text)
    const json = parseJson(text)
    if (!json.ok) return
    for (const command of COMMAND_NAMES) checkParams(command, json.value)
    checkBatch(json.value)
    for (const schema of [toNotesSchema, fromNotesSchema]) readPresenterMessage(schema, json.value)
  },
}

const KINDS = Object.keys(READERS) as Kind[]

function inWords({ message }: { readonly message: string }): void {
  if (message === '') throw new Error('a refusal without words')
}

const bytesOf = ({ steps }: Scenario): number => steps.reduce((sum, { bytes = 0 }) => sum + bytes, 0)

/** Every export of a trace, and what the app infers of it. */
function show(trace: Trace): void {
  if (trace.connections.some(({ segments }) => segments.length > 2000)) return
  for (const shown of trace.mode === 'live' ? [trace, twinTrace(trace)] : [trace]) {
    renderSvg(shown, { language: 'zh-CN', theme: 'dark', seq: 'absolute' })
    renderHandout(shown, { language: 'en', seq: 'relative' })
    toPcapng(shown)
    for (const connection of shown.connections) {
      describe(connection, 'en')
      tableRows(connection, 'relative')
    }
  }
  if ([...jsonPieces(trace)].join('') !== JSON.stringify(trace, null, 2))
    throw new Error('the pieces are not the whole')
}

export interface ReaderFuzz {
  readonly count: number
  readonly random: Random
  /** One input in so many that validate is also played, drawn and exported. */
  readonly drawn?: number
  readonly onProgress?: (done: number) => void
}

/** An input at which a reader threw or took longer than a second. */
export interface Finding {
  readonly text: string
  readonly what: string
}

/** Gives wrong texts to every reader of foreign input. */
export function fuzzReaders({ count, random, drawn = 25, onProgress }: ReaderFuzz): readonly Finding[] {
  const right = corpus()
  const findings: Finding[] = []
  for (let done = 1; done <= count; done++) {
    const { kind, text: sample } = random.pick(right.get(random.pick(KINDS)) ?? [])
    const text = mutate(sample, random)
    // Now and then a text of another kind: somebody opened the wrong file.
    const reader = READERS[random.chance(0.05) ? random.pick(KINDS) : kind]
    const begun = performance.now()
    try {
      reader(text, done % drawn === 0)
      const took = performance.now() - begun
      if (took > 1000) findings.push({ text, what: `took ${took.toFixed(0)} ms` })
    } catch (error) {
      findings.push({ text, what: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
    if (done % 10_000 === 0) onProgress?.(done)
  }
  return findings
}
