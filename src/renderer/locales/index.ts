import type { Language } from '@shared/text'

/** Messages of one area of the interface, nested at will. */
export interface Messages {
  readonly [key: string]: string | Messages
}

const files = import.meta.glob<{ default: Messages }>('./*/*.ts', { eager: true })

/** `./en/header.ts` becomes `header` of `en`: one file an area, and an area is added by adding its file. */
function merge(language: Language): Messages {
  const areas: Record<string, Messages> = {}
  for (const [path, file] of Object.entries(files)) {
    const [, folder, area] = /^\.\/([^/]+)\/([^/]+)\.ts$/.exec(path) ?? []
    if (folder === language && area !== undefined) areas[area] = file.default
  }
  return areas
}

export const locales: Readonly<Record<Language, Messages>> = { en: merge('en'), 'zh-CN': merge('zh-CN') }
