import { compile, createMessageContext, type MessageFunction } from '@intlify/core-base'

/** What stands in the places of a text, by name. */
export type Params = Readonly<Record<string, string | number | boolean | null>>

const DIGITS = {
  thousandths: { maximumFractionDigits: 3 },
  tenths: { maximumFractionDigits: 1 },
  count: { maximumFractionDigits: 0 },
  /** Always so many, so that a column lines up. */
  coarse: { minimumFractionDigits: 1, maximumFractionDigits: 1 },
  fine: { minimumFractionDigits: 2, maximumFractionDigits: 2 },
  precise: { minimumFractionDigits: 3, maximumFractionDigits: 3 },
  twoSignificant: { maximumSignificantDigits: 2 },
  percent: { style: 'percent' },
} as const

/** How many digits a number is written with. */
export type Digits = keyof typeof DIGITS

const formatters = new Map<string, Intl.NumberFormat>()

/**
 * A number as a language writes it (ECMA-402): grouped, with at most three decimals unless told otherwise.
 *
 * @param locale - BCP 47
 */
export function writeNumber(value: number, locale: string, digits: Digits = 'thousandths'): string {
  const key = `${locale} ${digits}`
  let formatter = formatters.get(key)
  if (formatter === undefined) {
    formatter = new Intl.NumberFormat(locale, DIGITS[digits])
    formatters.set(key, formatter)
  }
  return formatter.format(value)
}

/**
 * A moment as a language writes it (ECMA-402), to the second: `Nov 24, 2026 18:55:12 UTC`.
 *
 * @param moment - ISO 8601; anything else is given back as it stands
 * @param locale - BCP 47
 */
export function writeMoment(moment: string, locale: string): string {
  const at = Date.parse(moment)
  if (Number.isNaN(at)) return moment
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', hourCycle: 'h23', timeZone: 'UTC' })
  return `${day.format(at)} ${time.format(at)} UTC`
}

/** A number in one of these places names something and measures nothing: it is never grouped. */
const NAMES = new Set(['port', 'wanted', 'line', 'column'])

interface Compiled {
  readonly message: MessageFunction<string>
  readonly places: readonly string[]
}

const compiled = new Map<string, Compiled>()

/** The message compiler makes a tree that is walked, never code, so a strict Content-Security-Policy holds. */
function compileOnce(template: string): Compiled {
  let known = compiled.get(template)
  if (known === undefined) {
    const onError = (error: Error): never => {
      throw error
    }
    known = {
      message: compile(template, { key: template, locale: '', warnHtmlMessage: false, onError }),
      places: [...new Set([...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))],
    }
    compiled.set(template, known)
  }
  return known
}

/**
 * Fills the `{name}` places of a template, and chooses the plural form by the number `count`. A place without a value stays
 * as it is, so that a test sees it.
 *
 * @param template - such as `ack = {seq} + {len}`, in the syntax of Intlify's message format
 * @param params - values by name; null is written as an en dash, a number as the language groups it (ECMA-402)
 * @param locale - BCP 47
 */
export function format(template: string, params: Params, locale: string): string {
  const { message, places } = compileOnce(template)
  const named: Record<string, string> = {}
  for (const name of places) named[name] = Object.hasOwn(params, name) ? write(name, params[name], locale) : `{${name}}`
  const count = Object.hasOwn(params, 'count') ? params['count'] : undefined
  return message(createMessageContext({ locale, named, ...(typeof count === 'number' ? { pluralIndex: count } : {}) }))
}

function write(name: string, value: string | number | boolean | null = null, locale: string): string {
  if (value === null) return '–'
  return typeof value === 'number' && !NAMES.has(name) ? writeNumber(value, locale) : String(value)
}
