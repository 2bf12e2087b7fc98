import type { Opened } from '@shared/protocol/opened'
import { findScenario } from '@shared/scenario/catalogue'
import { useControls } from '@renderer/stores/controls'
import { useSettings } from '@renderer/stores/settings'
import { useToasts } from '@renderer/stores/toasts'
import { useViews } from '@renderer/stores/views'
import { useOpenTrace } from './useOpenTrace'
import { useText } from '@renderer/composables/useText'

/** Opens what a person opened outside of the page: a file, or a link to a scenario, which is chosen and not run. */
export function useOpenOutside(): (opened: Opened) => void {
  const { t } = useText()
  const toasts = useToasts()
  const controls = useControls()
  const settings = useSettings()
  const views = useViews()
  const trace = useOpenTrace()

  function choose(id: string): void {
    const found = findScenario(id)
    if (!found) return toasts.show(t('open.noScenario', { id }), { tone: 'trouble', about: 'open' })
    views.current = 'explore'
    controls.scenarioId = id
    toasts.show(t('open.chosen', { title: found.scenario.title?.[settings.language] ?? id }), { about: 'open' })
  }

  return (opened) =>
    opened.kind === 'file' ? void trace.open(new File([opened.data], opened.name)) : choose(opened.id)
}
