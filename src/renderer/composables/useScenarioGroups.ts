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
    const found = CATALOGUE.filter((entry) => words.every((word) => haystack(entry).includes(word)))
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
function haystack({ scenario }: CatalogueEntry): string {
  const { id, title, explanation } = scenario
  return [id, title?.en, title?.['zh-CN'], explanation?.en, explanation?.['zh-CN']].join(' ').toLowerCase()
}
