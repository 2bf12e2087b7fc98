import { useI18n } from 'vue-i18n'
import type { Failure } from '@shared/result'

export interface FailureText {
  readonly title: string
  readonly text: string
}

/** What went wrong and what to do, in the reader's language; the lab's own English where a code is not known here. */
export function useFailureText(): { failureText(failure: Failure): FailureText } {
  const { t, te } = useI18n()
  return {
    failureText({ code, message, params = {} }) {
      if (!te(`errors.${code}.title`)) return { title: t('errors.unknown'), text: message }
      const reason = params['reason'] ?? message
      return { title: t(`errors.${code}.title`, params), text: t(`errors.${code}.text`, { ...params, reason }) }
    },
  }
}
