import type { LocalizedText } from '../trace/schema'

export const LANGUAGES = ['en', 'zh-CN'] as const
export type Language = (typeof LANGUAGES)[number]

/**
 * The texts of one area by code, each in every language, so that a translator sees them side by side and a missing one does
 * not compile. A text may have `{name}` places and plural forms, `{count} byte | {count} bytes`, chosen by `count`.
 */
export type Area = Readonly<Record<string, LocalizedText>>
