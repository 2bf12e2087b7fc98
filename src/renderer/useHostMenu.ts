import { onScopeDispose, watch } from 'vue'
import { useHelp } from '@renderer/stores/help'
import { useLab } from '@renderer/stores/lab'
import { usePresenter } from '@renderer/stores/presenter'
import { useSettings } from '@renderer/stores/settings'
import { useSpeakerNotes } from '@renderer/stores/speaker-notes'
import { useExports } from '@renderer/files/useExports'
import { useOpenOutside } from '@renderer/files/useOpenOutside'

/**
 * Does what the desktop's application menu asks for, opens what the system hands it, and tells the host in which language and
 * theme to match the page.
 */
export function useHostMenu(): void {
  const lab = useLab()
  const help = useHelp()
  const settings = useSettings()
  const exports = useExports()
  const presenter = usePresenter()
  const notes = useSpeakerNotes()
  const openOutside = useOpenOutside()

  onScopeDispose(
    lab.onMenu((action) => {
      if (action === 'shortcuts') help.open = true
      if (action === 'export-svg') void exports.svg()
      if (action === 'export-png') void exports.png(2)
      if (action === 'copy-svg') void exports.copySvg()
      if (action === 'copy-png') void exports.copyPng()
      if (action === 'handout-pdf') void exports.printHandout('pdf')
      if (action === 'print-handout') void exports.printHandout('printer')
      if (action === 'present') presenter.enter()
      if (action === 'speaker-notes') notes.open()
    }),
  )

  onScopeDispose(lab.onOpen(openOutside))

  watch(
    () => [lab.ready, settings.language, settings.theme] as const,
    ([ready, language, theme]) => {
      if (ready) void lab.call('appearance', { language, theme: theme === 'projector' ? 'light' : theme })
    },
    { immediate: true },
  )
}
