import { usePreferredDark, usePreferredLanguages, useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref, watchEffect, type WritableComputedRef } from 'vue'
import { LANGUAGES, languageOf, wantsTraditional, type Language } from '@shared/text'

export const THEMES = ['system', 'light', 'dark', 'projector'] as const
export type ThemeChoice = (typeof THEMES)[number]
export const SPEEDS = [0.25, 0.5, 1, 2, 4] as const
export type Speed = (typeof SPEEDS)[number]

/** What the user chose and finds again next time. Kept in this browser profile only; nothing else is stored. */
export const useSettings = defineStore('settings', () => {
  const theme = remembered('theme', THEMES, 'system')
  const chosenLanguage = remembered('language', LANGUAGES, null)
  const seq = remembered('seq', ['relative', 'absolute'] as const, 'relative')
  const segments = remembered('segments', ['table', 'text'] as const, 'table')
  const speed = remembered('speed', SPEEDS, 1)

  const preferredDark = usePreferredDark()
  const preferred = usePreferredLanguages()

  /** A theme for as long as something needs it, whatever was chosen. Never stored. */
  const lentTheme = ref<Exclude<ThemeChoice, 'system'> | null>(null)
  const shownTheme = computed(() => {
    if (lentTheme.value !== null) return lentTheme.value
    if (theme.value !== 'system') return theme.value
    return preferredDark.value ? ('dark' as const) : ('light' as const)
  })
  /** The language of the page that this window follows, whatever was chosen. Never stored. */
  const lentLanguage = ref<Language | null>(null)
  const language = computed<Language>({
    get: () => lentLanguage.value ?? chosenLanguage.value ?? languageOf(preferred.value),
    set: (value) => (chosenLanguage.value = value),
  })

  /** The reader wants a script that we have not, and has not said which of our languages to show instead. */
  const asksLanguage = computed(() => chosenLanguage.value === null && wantsTraditional(preferred.value))

  watchEffect(() => {
    document.documentElement.dataset['theme'] = shownTheme.value
    document.documentElement.lang = language.value
  })

  return { theme, lentTheme, shownTheme, language, asksLanguage, lentLanguage, seq, segments, speed }
})

/** A stored choice; whatever else stands there counts as the default. */
function remembered<T extends string | number, D extends T | null>(
  name: string,
  choices: readonly T[],
  initial: D,
): WritableComputedRef<T | D> {
  const stored = useStorage<string | null>(`handshake-lab:${name}`, null)
  return computed({
    get: () => choices.find((choice) => String(choice) === stored.value) ?? initial,
    set: (value) => (stored.value = value === null ? null : String(value)),
  })
}
