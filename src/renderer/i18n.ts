import { createI18n, type I18n } from 'vue-i18n'
import type { Language } from '@shared/text'
import { locales } from './locales'

/** Numbers as all panes show them: times with a fixed number of digits so that columns line up. */
export const NUMBERS = {
  fine: { minimumFractionDigits: 2, maximumFractionDigits: 2 },
  coarse: { minimumFractionDigits: 1, maximumFractionDigits: 1 },
  precise: { minimumFractionDigits: 3, maximumFractionDigits: 3 },
  count: { maximumFractionDigits: 0 },
} as const

const dates = { clock: { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false } } as const

/** vue-i18n interprets messages and never compiles them to code, so a strict Content-Security-Policy holds. */
export function createTexts(language: Language): I18n {
  return createI18n({
    legacy: false,
    locale: language,
    fallbackLocale: 'en',
    messages: locales as Record<string, Record<string, string>>,
    numberFormats: { en: NUMBERS, 'zh-CN': NUMBERS },
    datetimeFormats: { en: dates, 'zh-CN': dates },
  }) as unknown as I18n
}
