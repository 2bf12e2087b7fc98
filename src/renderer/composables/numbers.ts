import { useI18n } from 'vue-i18n'
import { NUMBERS } from '@renderer/i18n'

export type Format = keyof typeof NUMBERS

const formatters = new Map<string, Intl.NumberFormat>()

function formatter(locale: string, format: Format): Intl.NumberFormat {
  const key = `${locale} ${format}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale, NUMBERS[format])
  formatters.set(key, made)
  return made
}

/** Numbers in the language of the page, as `n` of vue-i18n writes them, for lists of hundreds. */
export function useNumbers(): (value: number, format: Format) => string {
  const { locale } = useI18n()
  return (value, format) => formatter(locale.value, format).format(value)
}
