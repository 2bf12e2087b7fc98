import { computed, type ComputedRef } from 'vue'
import { useSettings } from '@renderer/stores/settings'
import { say, writeNumber, type Code, type Digits, type Language, type Params } from '@shared/text'

export interface Text {
  readonly language: ComputedRef<Language>
  /** A text of the catalogue. */
  readonly t: (code: Code, params?: Params) => string
  /** A number. */
  readonly n: (value: number, digits?: Digits) => string
}

/** Texts and numbers in the language of the page. */
export function useText(): Text {
  const settings = useSettings()
  return {
    language: computed(() => settings.language),
    t: (code, params) => say(code, settings.language, params),
    n: (value, digits) => writeNumber(value, settings.language, digits),
  }
}
