import { createI18n, type I18n } from 'vue-i18n'
import type { Language } from '@shared/text'
import { locales } from './locales'

/** vue-i18n interprets messages and never compiles them to code, so a strict Content-Security-Policy holds. */
export function createTexts(language: Language): I18n {
  return createI18n({
    legacy: false,
    locale: language,
    fallbackLocale: 'en',
    messages: locales as Record<string, Record<string, string>>,
  }) as unknown as I18n
}
