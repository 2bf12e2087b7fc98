import { useText } from '@renderer/composables/useText'
import type { Failure } from '@shared/result'
import { isCode } from '@shared/text'

export interface FailureText {
  readonly title: string
  readonly text: string
}

/** What went wrong and what to do, in the reader's language; the lab's own English where a code is not known here. */
export function useFailureText(): { failureText(failure: Failure): FailureText } {
  const { t } = useText()
  return {
    failureText({ code, message, params = {} }) {
      const title = `errors.${code}.title`
      const text = `errors.${code}.text`
      if (!isCode(title) || !isCode(text)) return { title: t('errors.unknown'), text: message }
      return { title: t(title, params), text: t(text, { ...params, reason: params['reason'] ?? message }) }
    },
  }
}
