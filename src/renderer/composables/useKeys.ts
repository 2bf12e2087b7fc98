import { useEventListener } from '@vueuse/core'
import { useHelp } from '@renderer/stores/help'
import { usePlayback } from '@renderer/stores/playback'
import { useSelection } from '@renderer/stores/selection'

/** Where a key means something of its own: writing, choosing, a menu or dialog that is open. */
const OWN_KEYS = [
  'input',
  'textarea',
  'select',
  '[contenteditable]',
  '[role=menu]',
  '[role=dialog]',
  '[role=radiogroup]',
  '[role=tablist]',
].join(',')
const PRESSABLE = 'button, a[href], summary, [role=button]'

/**
 * Playback and help by keyboard, wherever the focus is, unless what has it needs the key itself.
 *
 * @param hasPlayback - whether what is shown is what playback drives; where not, only help has its key
 */
export function useKeys(hasPlayback: () => boolean): void {
  const playback = usePlayback()
  const selection = useSelection()
  const help = useHelp()

  const actions: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => playback.step(-1),
    ArrowRight: () => playback.step(1),
    Home: () => playback.first(),
    End: () => playback.last(),
    ' ': () => playback.toggle(),
    Escape: () => selection.select(null),
    '?': () => (help.open = true),
  }

  useEventListener(window, 'keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    const action = actions[event.key]
    const target = event.target instanceof Element ? event.target : null
    if (!action || target?.closest(OWN_KEYS)) return
    if (event.key !== '?' && !hasPlayback()) return
    if (event.key === ' ' && target?.closest(PRESSABLE)) return
    event.preventDefault()
    action()
  })
}
