import { app } from './app'
import type { Language } from './area'
import { capture } from './capture'
import { cli } from './cli'
import { controls } from './controls'
import { desktop } from './desktop'
import { errors } from './errors'
import { format, type Params } from './format'
import { handout } from './handout'
import { help } from './help'
import { inspector } from './inspector'
import { lesson } from './lesson'
import { misconceptions } from './misconceptions'
import { picture } from './picture'
import { predict } from './predict'
import { presenter } from './presenter'
import { program } from './program'
import { puzzle } from './puzzle'
import { stage } from './stage'
import { states } from './states'
import { tcp } from './tcp'
import { twin } from './twin'
import { wire } from './wire'

export { LANGUAGES, type Language } from './area'
export { writeMoment, writeNumber, type Digits, type Params } from './format'

/** Every sentence of every host, by code. What a scenario or a lesson says stands in its own file. */
export const catalogue = {
  ...app,
  ...capture,
  ...cli,
  ...controls,
  ...desktop,
  ...errors,
  ...handout,
  ...help,
  ...inspector,
  ...lesson,
  ...misconceptions,
  ...picture,
  ...predict,
  ...presenter,
  ...program,
  ...puzzle,
  ...stage,
  ...states,
  ...tcp,
  ...twin,
  ...wire,
}

/** A code of the catalogue: a missing or misspelt one does not compile. */
export type Code = keyof typeof catalogue

/** Whether a code that comes from outside, from a file or another version of the app, is one of ours. */
export function isCode(code: string): code is Code {
  return Object.hasOwn(catalogue, code)
}

/** The text of a code in a language, its places filled. */
export function say(code: Code, language: Language, params: Params = {}): string {
  return format(catalogue[code][language], params, language)
}

/** What a trace or a kept record says by a code, which can be any string. */
export interface Coded {
  readonly code: string
  readonly params?: Params | undefined
}

/** Says a reason in a language. A trace can come from anywhere: a code that is not ours is shown as an unknown one. */
export function explain({ code, params }: Coded, language: Language): string {
  return isCode(code) ? say(code, language, params) : say('common.unknownCode', language, { code })
}

/** The first of the system's languages that is ours; English where none is. */
export function languageOf(preferred: readonly string[]): Language {
  const ours = preferred.find((tag) => /^(en|zh)\b/i.test(tag))
  return ours && /^zh/i.test(ours) ? 'zh-CN' : 'en'
}

/** Whether the first of the system's languages that is ours asks for Chinese in traditional characters (BCP 47). */
export function wantsTraditional(preferred: readonly string[]): boolean {
  const ours = preferred.find((tag) => /^(en|zh)\b/i.test(tag)) ?? ''
  return /^zh-(hant|tw|hk|mo)\b/i.test(ours)
}
