import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ERROR_CODES } from '@shared/protocol/errors'
import { catalogue, explain, isCode, LANGUAGES, languageOf, say, wantsTraditional } from '@shared/text'
import { CALLS, NODE_EVENTS, TCP_STATES } from '@shared/trace/names'

const withoutComments = (source: string): string => source.replace(/\/\*\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
const root = fileURLToPath(new URL('../../../../src', import.meta.url))
const text = join('shared', 'text') + sep
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ts|vue)$/.test(path) && (!path.startsWith(text) || path === `${text}index.ts`))
  .map((path) => ({ path, text: withoutComments(readFileSync(join(root, path), 'utf8')) }))
const sources = files.map(({ text }) => text).join('\n')
const codes = Object.keys(catalogue)

/** Every name that the sources quote: what a `${…}` in a code can stand for, together with numbers. */
const names = new Set(sources.match(/(?<=['"])[\w-]+(?=['"])/g))
const isName = (part: string): boolean => names.has(part.replace(/^call-/, '')) || /^\d$/.test(part)

/** Codes as the sources write them; a `${…}` in one stands for any name there is. */
const asked = [
  ...new Set([...sources.matchAll(/['`]([\w-]+(?:\.(?:[\w-]|\$\{[^}]*\})+)+)['`]/g)].map(([, code = '']) => code)),
]
const patternOf = (code: string): RegExp =>
  new RegExp(`^${code.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '([^.]+)')}$`)

describe('the catalogue', () => {
  it('has every code that stands somewhere in the sources to be asked for later', () => {
    const areas = new Set(codes.map((code) => code.split('.')[0]))
    const ours = asked.filter((code) => areas.has(code.split('.')[0]) && !/\.(json|ts|vue|js|css|html)$/.test(code))
    const missing = ours.filter((code) => code !== 'tcp.${code}' && !codes.some((one) => patternOf(code).test(one)))
    expect(ours.length).toBeGreaterThan(500)
    expect(missing).toEqual([])
  })

  it('has no code that nothing asks for', () => {
    const patterns = asked.map(patternOf)
    const desktop = files.filter(({ path }) => path.startsWith(join('main', 'desktop')))
    // A label of the desktop is asked for by its own name.
    const isLabel = (code: string): boolean =>
      code.startsWith('desktop.') && desktop.some(({ text }) => new RegExp(`\\b${code.slice(8)}\\b`).test(text))
    // The reasons of the model (`tcp.`) have a test that holds them against their table.
    const unused = codes.filter(
      (code) =>
        !code.startsWith('tcp.') &&
        !isLabel(code) &&
        !patterns.some((pattern) => pattern.exec(code)?.slice(1).every(isName)),
    )
    expect(unused).toEqual([])
  })

  it('has a text for every event, call, state and error there is', () => {
    const needed = [
      ...NODE_EVENTS.map((name) => `events.${name}.means`),
      ...CALLS.map((name) => `events.call-${name}.not`),
      ...TCP_STATES.map((state) => `states.${state}`),
      ...ERROR_CODES.flatMap((code) => [`errors.${code}.title`, `errors.${code}.text`]),
    ]
    expect(needed.filter((code) => !isCode(code))).toEqual([])
  })

  it('does not compile with a code that it has not', () => {
    // @ts-expect-error: a misspelt code
    expect(() => say('tcp.sent.sny', 'en')).toThrow()
    // @ts-expect-error: a missing one, built of names
    const missing = (side: 'client' | 'network'): string => say(`side.${side}`, 'en')
    expect(missing('client')).toBe('Client')
  })

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'tcp.sent.of-a-newer-version', ''])(
    'shows %j as an unknown code',
    (code) => {
      expect(isCode(code)).toBe(false)
      expect(explain({ code }, 'en')).toBe(`Unknown code: ${code}`)
      for (const language of LANGUAGES) expect(explain({ code }, language)).toContain(code)
    },
  )

  it('finds the first of the system’s languages that is ours', () => {
    expect(languageOf(['fr', 'zh-Hant-TW', 'en'])).toBe('zh-CN')
    expect(languageOf(['en-GB', 'zh'])).toBe('en')
    expect(languageOf(['fr'])).toBe('en')
    expect(languageOf([])).toBe('en')
  })

  it('knows readers of traditional characters, for whom there is no text yet', () => {
    for (const tag of ['zh-TW', 'zh-HK', 'zh-mo', 'zh-Hant', 'zh-Hant-TW'])
      expect(wantsTraditional(['fr', tag, 'en']), tag).toBe(true)
    for (const tags of [['zh-CN', 'zh-TW'], ['en', 'zh-TW'], ['zh'], ['zh-Hans-HK'], ['fr'], []])
      expect(wantsTraditional(tags), tags.join()).toBe(false)
  })
})
