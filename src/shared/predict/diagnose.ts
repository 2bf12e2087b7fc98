import { flagNames, sameFlags, sequenceLength } from '../trace/flags'
import type { Flag } from '../trace/names'
import type { Connection, Reason } from '../trace/schema'
import { FIELDS, type Answer, type Diagnosis, type Field, type Finding, type Verdict } from './answer'
import { factsOf, inNotation, type Facts } from './facts'
import { FLAG_RULES } from './flag-rules'
import { NUMBER_RULES } from './number-rules'
import type { Guess, Rule } from './rule'
import { STATE_RULES } from './state-rules'

/** Every misconception the app can tell from an answer. */
export const MISCONCEPTIONS: readonly Rule[] = [...FLAG_RULES, ...NUMBER_RULES, ...STATE_RULES]

/** The answer that is right for segment `n`; null where there is no such segment. */
export function rightAnswer(connection: Connection, n: number, notation: Answer['notation']): Answer | null {
  const facts = factsOf(connection, n, notation)
  return facts && expectedAnswer(facts)
}

/**
 * Judges a prediction of segment `n`. A wrong entry is held against every known misconception: what would it have
 * given here? Those that fit come most telling first: what accounts for more of the wrong entries, then what the moment
 * invites. All that fit are listed, since one number can be wrong for two reasons.
 *
 * @returns null where there is no such segment
 */
export function diagnose(connection: Connection, n: number, answer: Answer): Diagnosis | null {
  const facts = factsOf(connection, n, answer.notation)
  if (!facts) return null
  const expected = expectedAnswer(facts)
  const verdicts = FIELDS.filter((field) => asked(field, answer, facts)).map((field): Verdict => {
    const given = read(field, answer)
    const right = read(field, expected)
    const same = field === 'flags' ? sameFlags(answer.flags, expected.flags) : given === right
    return { field, right: same, given, expected: right }
  })
  const wrong = verdicts.filter((verdict) => !verdict.right)
  return { right: wrong.length === 0, verdicts, findings: wrong.length === 0 ? [] : findingsFor(facts, answer, wrong) }
}

/** What a misconception would make of segment `n`, as a whole answer: right but for what it gets wrong. */
export function mistakenAnswers(rule: Rule, connection: Connection, n: number, notation: Answer['notation']): Answer[] {
  const facts = factsOf(connection, n, notation)
  if (!facts) return []
  const expected = expectedAnswer(facts)
  return rule.guess(facts).map((guess) => ({ ...expected, ...partial(facts, guess, expected) }))
}

function partial(facts: Facts, guess: Guess, expected: Answer): Partial<Answer> {
  return {
    ...(guess.flags && { flags: guess.flags }),
    ...(guess.seq !== undefined && { seq: numberOf(facts, guess, 'seq') }),
    ...(guess.ack !== undefined && { ack: numberOf(facts, guess, 'ack') }),
    ...(guess.states && { states: { ...expected.states, ...guess.states } }),
  }
}

function findingsFor(facts: Facts, answer: Answer, wrong: readonly Verdict[]): Finding[] {
  const fits = MISCONCEPTIONS.flatMap((rule) => {
    const best = rule
      .guess(facts)
      .map((guess) => ({ fields: accountsFor(facts, guess, answer, wrong), weight: guess.weight }))
      .filter(({ fields }) => fields.length > 0)
      .sort((a, b) => b.fields.length - a.fields.length || b.weight - a.weight)[0]
    return best ? [{ rule, ...best }] : []
  })
  return fits
    .sort(
      (a, b) => Number(b.weight > 1) - Number(a.weight > 1) || b.fields.length - a.fields.length || b.weight - a.weight,
    )
    .map(({ rule, fields }) => toFinding(facts, rule, fields, wrong))
}

function accountsFor(facts: Facts, guess: Guess, answer: Answer, wrong: readonly Verdict[]): Field[] {
  const said = FIELDS.filter((field) => says(guess, field))
  if (guess.withoutAck && answer.flags.includes('ACK')) return []
  const fitting = said.filter((field) => agrees(facts, guess, field, answer))
  if (guess.together && fitting.length < said.length) return []
  return fitting.filter((field) => wrong.some((verdict) => verdict.field === field))
}

const says = (guess: Guess, field: Field): boolean =>
  field === 'client' || field === 'server' ? guess.states?.[field] !== undefined : guess[field] !== undefined

function agrees(facts: Facts, guess: Guess, field: Field, answer: Answer): boolean {
  if (field === 'flags') return sameFlags(guess.flags ?? [], answer.flags)
  if (field === 'client' || field === 'server') return guess.states?.[field] === answer.states?.[field]
  return numberOf(facts, guess, field) === answer[field]
}

const numberOf = (facts: Facts, guess: Guess, field: 'seq' | 'ack'): number | null => {
  const value = guess[field] ?? null
  return guess.literal ? value : inNotation(facts, field, value)
}

function toFinding(facts: Facts, rule: Rule, fields: readonly Field[], wrong: readonly Verdict[]): Finding {
  const first = wrong.find((verdict) => verdict.field === fields[0])
  const last = facts.fresh.at(-1) ?? facts.received.at(-1)
  const params: NonNullable<Reason['params']> = {
    field: fields[0] ?? null,
    given: first?.given ?? null,
    right: first?.expected ?? null,
    lastSeq: last ? inNotation(facts, 'ack', last.relSeq) : null,
    lastLen: last?.len ?? null,
    lastEnd: last ? inNotation(facts, 'ack', last.relSeq + sequenceLength(last)) : null,
  }
  return {
    id: rule.id,
    fourteen: rule.fourteen,
    fields,
    name: { code: `predict.${rule.id}`, source: rule.source },
    why: { code: `predict.${rule.id}.why`, params, source: rule.source },
  }
}

function expectedAnswer(facts: Facts): Answer {
  const { client, server } = facts.states
  return {
    notation: facts.notation,
    flags: facts.segment.flags,
    seq: inNotation(facts, 'seq', facts.segment.relSeq),
    ack: inNotation(facts, 'ack', facts.segment.relAck),
    states: { ...(client && { client }), ...(server && { server }) },
  }
}

function asked(field: Field, answer: Answer, facts: Facts): boolean {
  if (field !== 'client' && field !== 'server') return true
  return answer.states?.[field] !== undefined && facts.states[field] !== null
}

function read(field: Field, answer: Answer): string | number | null {
  if (field === 'flags') return spoken(answer.flags)
  return field === 'client' || field === 'server' ? (answer.states?.[field] ?? null) : answer[field]
}

/** `FIN,ACK`, PSH left out; null for none. */
const spoken = (flags: readonly Flag[]): string | null =>
  flagNames(flags.filter((flag) => flag !== 'PSH')).join(',') || null
