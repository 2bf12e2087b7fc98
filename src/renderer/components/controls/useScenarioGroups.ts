import { computed, type ComputedRef, type Ref } from 'vue'
import { CATALOGUE, LIVE_GROUPS, WHAT_IF_GROUPS, type CatalogueEntry } from '@shared/scenario/catalogue'
import { useSettings } from '@renderer/stores/settings'

export interface ScenarioOption {
  readonly id: string
  readonly title: string
  readonly explanation: string
}

export interface ScenarioGroup {
  readonly key: string
  readonly title: string
  readonly simulated: boolean
  readonly options: readonly ScenarioOption[]
}

/** The catalogue as a menu: grouped in its own order, in the reader's language, narrowed to what was searched for. */
export function useScenarioGroups(search: Ref<string>): ComputedRef<readonly ScenarioGroup[]> {
  const settings = useSettings()

  function option({ scenario }: CatalogueEntry): ScenarioOption {
    return {
      id: scenario.id,
      title: scenario.title?.[settings.language] ?? scenario.id,
      explanation: scenario.explanation?.[settings.language] ?? '',
    }
  }

  return computed(() => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean)
    const all = (text: string): boolean => words.every((word) => text.includes(word))
    // What is called so comes before what only speaks of it.
    const found = CATALOGUE.filter((entry) => all(haystack(entry))).toSorted(
      (a, b) => Number(all(names(b))) - Number(all(names(a))),
    )
    const keys = [...new Set(found.map(({ kind, group }) => `${kind}:${group}`))]
    return keys.map((key) => {
      const entries = found.filter(({ kind, group }) => `${kind}:${group}` === key)
      const group = entries[0]?.group ?? ''
      const simulated = entries[0]?.kind === 'what-if'
      return {
        key,
        title: (simulated ? WHAT_IF_GROUPS : LIVE_GROUPS)[group]?.[settings.language] ?? group,
        simulated,
        options: entries.map(option),
      }
    })
  })
}

/** Both languages can be searched, and the id, whichever language is shown. */
function names({ scenario: { id, title } }: CatalogueEntry): string {
  return [id, title?.en, title?.['zh-CN']].join(' ').toLowerCase()
}

function haystack(entry: CatalogueEntry): string {
  const { explanation } = entry.scenario
  return [names(entry), explanation?.en, explanation?.['zh-CN']].join(' ').toLowerCase()
}
