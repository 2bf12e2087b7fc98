import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { LESSONS, type LessonStep } from '@shared/lesson'
import { MISCONCEPTIONS } from '@shared/predict'
import { PARAMETERS } from '@shared/tcp/parameters'
import { REASONS } from '@shared/tcp/reasons'
import { TRANSITIONS } from '@shared/tcp/transitions'
import { catalogue, isCode } from '@shared/text'
import { SECTIONS } from './rfc9293'

/** The sections of RFC 9293 that a source names: `RFC 9293 §3.4.1, §3.5; RFC 6298 §2` names two. */
const sectionsOf = (source: string): string[] =>
  (source.match(/RFC 9293 §[\d.]*\d(?:[,;] §[\d.]*\d)*/g) ?? []).flatMap((part) =>
    [...part.matchAll(/§([\d.]*\d)/g)].map(([, section = '']) => section),
  )

/** What a step says once it is answered. */
const said = (step: LessonStep): string =>
  step.kind === 'predict'
    ? (step.after?.en ?? '')
    : step.kind === 'quiz'
      ? step.choices.map(({ text, why }) => `${text.en} ${why.en}`).join(' ')
      : ''

const english = (code: string): string => (isCode(code) ? catalogue[code].en : '')

/** Whatever cites a section, with the words by which to judge whether the section is about it. */
const CITING: readonly { readonly source: string; readonly about: string }[] = [
  ...REASONS.map(({ code, source }) => ({ source, about: `${code} ${english(code)}` })),
  ...MISCONCEPTIONS.map(({ id, source }) => ({ source, about: `${id} ${english(`predict.${id}.why`)}` })),
  ...TRANSITIONS.map(({ id, from, event, source }) => ({ source, about: `${id} ${from} ${event}` })),
  ...Object.entries(PARAMETERS).map(([name, { source }]) => ({ source, about: `${name} ${source}` })),
  ...LESSONS.flatMap(({ id, steps }) =>
    steps.map((step) => ({
      source: step.source ?? '',
      about: `${id} ${step.text.en} ${said(step)}`,
    })),
  ),
]

describe('the citations of RFC 9293', () => {
  it('name sections that there are, everywhere in the sources', () => {
    const root = fileURLToPath(new URL('../../../../src', import.meta.url))
    const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.(ts|vue|json)$/.test(path),
    )
    const cited = paths.flatMap((path) => sectionsOf(readFileSync(join(root, path), 'utf8')))
    expect(cited.length).toBeGreaterThan(150)
    expect([...new Set(cited)].filter((section) => !Object.hasOwn(SECTIONS, section))).toEqual([])
  })

  it('name sections whose title fits what cites them', () => {
    const misfits = CITING.flatMap(({ source, about }) =>
      sectionsOf(source)
        .filter((section) => !SECTIONS[section]?.topic.test(about))
        .map((section) => `§${section}, ${SECTIONS[section]?.title}: ${about.slice(0, 90)}`),
    )
    expect(misfits).toEqual([])
  })

  it('stand where the RFC says what is claimed', () => {
    const source = (code: string): string | undefined => REASONS.find((reason) => reason.code === code)?.source
    expect(source('tcp.sent.ack-fin-again')).toBe('RFC 9293 §3.10.7.4, eighth')
    expect(source('tcp.sent.stale')).toBe('RFC 9293 §3.4.1')
    expect(source('tcp.drop.rst-unasked')).toBe('RFC 9293 §3.10.7.2, §3.10.7.3')
    const rule = (id: string): string | undefined => MISCONCEPTIONS.find((one) => one.id === id)?.source
    expect(rule('fin-alone')).toBe('RFC 9293 §3.1')
    expect(rule('reset-waits')).toContain('§3.10.5')
  })
})
