import type { Reason } from '../trace/schema'
import { messages as en } from './en'
import { format, type Messages } from './format'
import { messages as zhCN } from './zh-CN'

export { writeMoment, writeNumber } from './format'

export const LANGUAGES = ['en', 'zh-CN'] as const
export type Language = (typeof LANGUAGES)[number]

/** Every sentence the core can say, by language and code: the interface and the exports invent none of their own. */
export const messages: Readonly<Record<Language, Messages>> = { en, 'zh-CN': zhCN }

/**
 * Says a reason in a language.
 *
 * @returns the sentence, or the bare code where the language has none (a test forbids that)
 */
export function explain(reason: Reason, language: Language): string {
  return say(reason.code, language, reason.params)
}

/** The message of a code with its places filled. */
export function say(
  code: string,
  language: Language,
  params: Readonly<Record<string, string | number | boolean | null>> = {},
): string {
  const template = messages[language][code]
  return template === undefined ? code : format(template, params, language)
}
