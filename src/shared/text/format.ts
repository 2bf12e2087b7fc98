/** A sentence with `{name}` places in it. */
export type Messages = Readonly<Record<string, string>>

const formatters = new Map<string, Intl.NumberFormat>()

/** A number as a sentence of a language writes it: grouped, with at most three decimals. */
function written(value: number, locale: string): string {
  let formatter = formatters.get(locale)
  if (formatter === undefined) {
    formatter = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 })
    formatters.set(locale, formatter)
  }
  return formatter.format(value)
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
    return typeof value === 'number' ? written(value, locale) : String(value)
  })
}
