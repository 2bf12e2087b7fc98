/** A sentence with `{name}` places in it. */
export type Messages = Readonly<Record<string, string>>

const DIGITS = {
  thousandths: { maximumFractionDigits: 3 },
  tenths: { maximumFractionDigits: 1 },
  whole: { maximumFractionDigits: 0 },
  /** Always both, so that a column lines up. */
  hundredths: { minimumFractionDigits: 2, maximumFractionDigits: 2 },
  twoSignificant: { maximumSignificantDigits: 2 },
} as const

const formatters = new Map<string, Intl.NumberFormat>()

/**
 * A number as a language writes it (ECMA-402): grouped, with at most three decimals unless told otherwise.
 *
 * @param locale - BCP 47
 */
export function writeNumber(value: number, locale: string, digits: keyof typeof DIGITS = 'thousandths'): string {
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

/**
 * Fills the `{name}` places of a template. A place without a value stays as it is, so that a test sees it.
 *
 * @param template - such as `ack = {seq} + {len}`
 * @param params - values by name; null is written as an en dash, numbers as the language groups them (ECMA-402). What is
 *   no quantity, such as a port, is given as a string
 * @param locale - BCP 47
 */
export function format(
  template: string,
  params: Readonly<Record<string, string | number | boolean | null>>,
  locale: string,
): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => {
    if (!Object.hasOwn(params, name)) return place
    const value = params[name] ?? '–'
    return typeof value === 'number' ? writeNumber(value, locale) : String(value)
  })
}
