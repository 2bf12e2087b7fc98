import { describe, expect, it } from 'vitest'
import { locales, type Messages } from '@renderer/locales'
import { CALLS, NODE_EVENTS, TCP_STATES } from '@shared/trace/names'
import { ERROR_CODES } from '@shared/protocol/errors'
import { messages as core } from '@shared/text'

const files = Object.entries(
  import.meta.glob<string>('../../../src/{renderer,shared}/**/*.{vue,ts}', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).filter(([path]) => !/\/(locales|text)\//.test(path))
const sources = files
  .filter(([path]) => path.includes('/renderer/'))
  .map(([, text]) => text)
  .join('\n')

/** Every name that the sources quote: what a `${…}` in a key can stand for, together with numbers. */
const names = new Set(files.flatMap(([, text]) => text.match(/(?<=['"])[\w-]+(?=['"])/g) ?? []))
const isName = (part: string): boolean => names.has(part.replace(/^call-/, '')) || /^\d$/.test(part)

function flat(messages: Messages, prefix = ''): Map<string, string> {
  const all = new Map<string, string>()
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === 'string') all.set(prefix + key, value)
    else for (const [path, text] of flat(value, `${prefix}${key}.`)) all.set(path, text)
  }
  return all
}

const en = flat(locales.en)
const zh = flat(locales['zh-CN'])
const places = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()

/** Keys as the sources write them; a `${…}` in one stands for any name there is. */
const used = [...sources.matchAll(/\bte?\(\s*(?:[\w.?!'"= ()]+\?\s*)?(['`])([\w-]+\.[^'`]*)\1/g)].map(
  (match) => match[2] ?? '',
)
const alternatives = [...sources.matchAll(/['`]([\w-]+(?:\.(?:[\w-]|\$\{[^}]*\})+)+)['`]/g)].map(
  (match) => match[1] ?? '',
)
const patternOf = (key: string): RegExp =>
  new RegExp(
    `^${key
      .split(/\$\{[^}]*\}/)
      .map((part) => part.replace(/[.*+?^()|[\]\\]/g, '\\$&'))
      .join('([^.]+)')}$`,
  )
const patterns = [...new Set([...used, ...alternatives])].map(patternOf)

/** The same in both languages on purpose: names of code, of fields and signs. */
const SAME = /^(send\.call\.|close\.call\.|table\.(n|seq|ack)$|inspector\.equation\.ack$)/

describe('the texts of the interface', () => {
  it('has the same keys in both languages', () => {
    expect([...zh.keys()].sort()).toEqual([...en.keys()].sort())
    expect(en.size).toBeGreaterThan(250)
  })

  it('names the same places in both languages', () => {
    for (const [key, text] of en) expect([key, places(zh.get(key) ?? '')]).toEqual([key, places(text)])
  })

  it('is not the same in both languages by accident', () => {
    const same = [...en]
      .filter(([key, text]) => zh.get(key) === text && text !== '{reason}' && !SAME.test(key))
      .map(([key]) => key)
    expect(same).toEqual([])
  })

  it('has every key that the sources ask for', () => {
    const missing = used.filter((key) => ![...en.keys()].some((one) => patternOf(key).test(one)))
    expect(missing).toEqual([])
  })

  it('has every key that stands somewhere in the sources to be asked for later', () => {
    const ours = alternatives.filter((key) => typeof locales.en[key.split('.')[0] ?? ''] === 'object')
    const known = [...en.keys(), ...Object.keys(core.en)]
    const missing = ours.filter((key) => !known.some((one) => patternOf(key).test(one) || one.startsWith(`${key}.`)))
    expect(ours.length).toBeGreaterThan(250)
    expect(missing).toEqual([])
  })

  it('has no key that nothing asks for', () => {
    const unused = [...en.keys()].filter(
      (key) => !patterns.some((pattern) => pattern.exec(key)?.slice(1).every(isName)),
    )
    expect(unused).toEqual([])
  })

  it('has a text for every event, call, state and error there is', () => {
    const keys = [
      ...NODE_EVENTS.map((name) => `events.${name}.means`),
      ...CALLS.map((name) => `events.call-${name}.not`),
      ...TCP_STATES.map((state) => `states.${state}`),
      ...ERROR_CODES.flatMap((code) => [`errors.${code}.title`, `errors.${code}.text`]),
    ]
    expect(keys.filter((key) => !en.has(key))).toEqual([])
  })
})
