import { labels } from '@main/desktop/labels'
import { TABLE_TEXT } from '@main/cli/text'
import { LESSONS } from '@shared/lesson'
import { CATALOGUE, LIVE_GROUPS, WHAT_IF_GROUPS } from '@shared/scenario/catalogue'
import { messages } from '@shared/text'

/** A text in both languages, and where it stands. */
export interface Pair {
  readonly where: string
  readonly en: string
  readonly zh: string
}

/** Every text in a structure that holds `{ en, 'zh-CN' }` at any depth. */
function* pairsIn(value: unknown, where: string): Generator<Pair> {
  if (typeof value !== 'object' || value === null) return
  if ('en' in value || 'zh-CN' in value) {
    const { en = '', 'zh-CN': zh = '' } = value as Record<string, unknown>
    yield* leaves(en, zh, where)
    return
  }
  for (const [key, part] of Object.entries(value)) yield* pairsIn(part, `${where}.${key}`)
}

/** The texts of two structures of the same shape, side by side. */
function* leaves(en: unknown, zh: unknown, where: string): Generator<Pair> {
  if (typeof en === 'object' && en !== null) {
    for (const [key, part] of Object.entries(en))
      yield* leaves(part, (zh as Record<string, unknown> | undefined)?.[key] ?? '', `${where}.${key}`)
    return
  }
  yield { where, en: String(en), zh: String(zh) }
}

/** Every text outside the renderer's own locales, which have a test beside theirs. */
export const PAIRS: readonly Pair[] = [
  ...pairsIn(messages, 'text'),
  ...pairsIn(CATALOGUE, 'catalogue'),
  ...pairsIn([LIVE_GROUPS, WHAT_IF_GROUPS], 'groups'),
  ...pairsIn(LESSONS, 'lesson'),
  ...pairsIn(TABLE_TEXT, 'cli'),
  ...leaves(labels('en'), labels('zh-CN'), 'desktop'),
]
