import * as v from 'valibot'
import { explain, type Language } from '../text'
import type { Diagnosis } from './answer'

/** What the learner predicted so far, kept on this machine as JSON; bounded, so that it can always be kept. */
export const MAX_ENTRIES = 2000

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

export const entrySchema = v.object({
  /** ISO 8601, given by the caller. */
  at: v.string(),
  /** The scenario's id, or the connection's where the buttons were used. */
  conversation: v.string(),
  /** The segment's number. */
  n: count,
  right: v.boolean(),
  wrong: v.array(v.string()),
  misconceptions: v.array(v.string()),
})
export const historySchema = v.object({ version: v.literal(1), entries: v.array(entrySchema) })
export type Entry = v.InferOutput<typeof entrySchema>
export type History = v.InferOutput<typeof historySchema>

export const NO_HISTORY: History = { version: 1, entries: [] }

/** The history with one more prediction; the oldest goes where there is no room. Only the likeliest finding counts. */
export function record(
  history: History,
  diagnosis: Diagnosis,
  where: Pick<Entry, 'at' | 'conversation' | 'n'>,
): History {
  const wrong = diagnosis.verdicts.filter((verdict) => !verdict.right).map((verdict) => verdict.field)
  const entry: Entry = { ...where, right: diagnosis.right, wrong, misconceptions: likeliest(diagnosis) }
  return { version: 1, entries: [...history.entries, entry].slice(-MAX_ENTRIES) }
}

/** One finding for each wrong field, the likeliest; a finding that accounts for several counts once. */
function likeliest({ findings, verdicts }: Diagnosis): string[] {
  const open = new Set(verdicts.filter((verdict) => !verdict.right).map((verdict) => verdict.field))
  return findings.flatMap((finding) => {
    const accounts = finding.fields.filter((field) => open.delete(field))
    return accounts.length > 0 ? [finding.id] : []
  })
}

export interface Score {
  readonly answered: number
  readonly right: number
  /** Right answers in a row, up to the last one. */
  readonly streak: number
}

export function score({ entries }: History): Score {
  const lastWrong = entries.findLastIndex((entry) => !entry.right)
  return {
    answered: entries.length,
    right: entries.filter((entry) => entry.right).length,
    streak: entries.length - 1 - lastWrong,
  }
}

/** How often each misconception showed, most frequent first. */
export function byMisconception({ entries }: History): { id: string; times: number; last: string }[] {
  const found = new Map<string, { id: string; times: number; last: string }>()
  for (const entry of entries)
    for (const id of entry.misconceptions) found.set(id, { id, times: (found.get(id)?.times ?? 0) + 1, last: entry.at })
  return [...found.values()].sort((a, b) => b.times - a.times || a.id.localeCompare(b.id))
}

/** Reads what was kept; anything that is not a history counts as none. */
export function parseHistory(text: string | null): History {
  try {
    const parsed = v.safeParse(historySchema, JSON.parse(text ?? 'null'))
    return parsed.success ? parsed.output : NO_HISTORY
  } catch {
    return NO_HISTORY
  }
}

/** The history as CSV by RFC 4180, one prediction a line; misconceptions are named in the language. */
export function toCsv(history: History, language: Language): string {
  const rows = history.entries.map((entry) => [
    entry.at,
    entry.conversation,
    String(entry.n),
    entry.right ? '1' : '0',
    entry.wrong.join(' '),
    entry.misconceptions.join(' '),
    entry.misconceptions.map((id) => explain({ code: `predict.${id}` }, language)).join('; '),
  ])
  const head = ['time', 'conversation', 'segment', 'right', 'wrong_fields', 'misconceptions', 'names']
  return [head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n'
}

/** Quoted where needed; a leading sign is defused so that no spreadsheet takes it for a formula. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
