import { computed, watch } from 'vue'
import { useText } from '@renderer/composables/useText'
import type { SpeakerNotes, StepNotes } from '@shared/protocol/presenter'
import { findScenario } from '@shared/scenario/catalogue'
import type { TraceSegment } from '@shared/trace/schema'
import { useEquationText } from '@renderer/components/inspector/useEquationText'
import { stepNotes } from '@renderer/components/presenter/step-notes'
import { usePlayback } from '@renderer/stores/playback'
import { usePresenter } from '@renderer/stores/presenter'
import { useSettings } from '@renderer/stores/settings'
import { useShown } from '@renderer/stores/shown'
import { useSpeakerNotes } from '@renderer/stores/speaker-notes'

/** Keeps the window of speaker notes up to date, once there is one. */
export function useTellNotes(): void {
  const { t } = useText()
  const { text } = useEquationText()
  const playback = usePlayback()
  const presenter = usePresenter()
  const settings = useSettings()
  const shown = useShown()
  const notes = useSpeakerNotes()

  function said(segment: TraceSegment | undefined): StepNotes | null {
    const { connection } = shown
    if (!connection || !segment) return null
    const { language, seq } = settings
    return stepNotes(connection, segment, {
      language,
      seq,
      equation: text,
      unseen: (of) => t(`inspector.unseen.${of}`),
    })
  }

  const now = computed<SpeakerNotes>(() => {
    const { language } = settings
    const { trace } = shown
    const scenario = trace?.scenario ? findScenario(trace.scenario)?.scenario : undefined
    return {
      language,
      title: trace?.title?.[language] ?? t('presenter.untitled'),
      explanation: scenario?.explanation?.[language] ?? null,
      lookFor: scenario?.lookFor?.[language] ?? null,
      shown: playback.shown,
      total: playback.total,
      blank: presenter.blank,
      presenting: presenter.on,
      current: said(playback.segments[playback.shown - 1]),
      next: said(playback.segments[playback.shown]),
    }
  })

  watch(
    () => (notes.openings > 0 ? now.value : null),
    (value) => value && notes.tell(value),
  )
}
