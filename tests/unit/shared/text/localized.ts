import { LESSONS } from '@shared/lesson'
import { CATALOGUE, LIVE_GROUPS, WHAT_IF_GROUPS } from '@shared/scenario/catalogue'
import { catalogue } from '@shared/text'

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
    yield { where, en: String(en), zh: String(zh) }
    return
  }
  for (const [key, part] of Object.entries(value)) yield* pairsIn(part, `${where}.${key}`)
}

/** Every text that a user reads: the catalogue of texts, the scenarios and the lessons. */
export const PAIRS: readonly Pair[] = [
  ...pairsIn(catalogue, 'text'),
  ...pairsIn(CATALOGUE, 'catalogue'),
  ...pairsIn([LIVE_GROUPS, WHAT_IF_GROUPS], 'groups'),
  ...pairsIn(LESSONS, 'lesson'),
]
