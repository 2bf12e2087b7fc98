import type { Language } from '@shared/text'
import { desktop } from '@shared/text/desktop'

/** What the menus and dialogs say, by the code's own name: `desktop.exportSvg` is `exportSvg`. */
export type Labels = {
  readonly [Code in keyof typeof desktop as Code extends `desktop.${infer Name}` ? Name : never]: string
}

export function labels(language: Language): Labels {
  const named = Object.entries(desktop).map(([code, text]) => [code.slice('desktop.'.length), text[language]])
  return Object.fromEntries(named) as Labels
}
