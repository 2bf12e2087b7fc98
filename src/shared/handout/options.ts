import type { SeqMode } from '../diagram'
import type { Language } from '../text'

export interface HandoutOptions {
  readonly language: Language
  readonly seq: SeqMode
  /** Which connection; without it, the first. */
  readonly connection?: string
}
