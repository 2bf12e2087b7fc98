import { useEventListener } from '@vueuse/core'
import { useHelp } from '@renderer/stores/help'
import { useLab } from '@renderer/stores/lab'
import { usePlayback } from '@renderer/stores/playback'
import { usePresenter } from '@renderer/stores/presenter'
import { useSelection } from '@renderer/stores/selection'

/** Where every key means something of its own: writing, a menu or dialog that is open. */
const OWN_KEYS = ['input', 'textarea', 'select', '[contenteditable]', '[role=menu]', '[role=dialog]'].join(',')
/** Where one of several is chosen: these keys move the choice, and the others mean what they always do. */
const CHOOSING = '[role=radiogroup], [role=tablist]'
const CHOOSES: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End', ' '])
export const PRESSABLE = 'button, a[href], summary, [role=button]'

/**
 * Playback, presenter mode and help by keyboard, wherever the focus is, unless what has it needs the key itself.
 *
 * @param hasPlayback - whether what is shown is what playback drives; where not, only help has its key
 */
export function useKeys(hasPlayback: () => boolean): void {
  const playback = usePlayback()
  const selection = useSelection()
  const help = useHelp()
  const lab = useLab()
  const presenter = usePresenter()

  const actions: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => playback.step(-1),
    ArrowRight: () => playback.step(1),
    Home: () => playback.first(),
    End: () => playback.last(),
    ' ': () => playback.toggle(),
    Escape: () => selection.select(null),
    '?': () => (help.open = true),
    p: () => presenter.enter(),
    P: () => presenter.enter(),
    // A clicker's own key to begin; a browser reloads the page with it.
    ...(lab.host === 'desktop' ? { F5: () => presenter.enter() } : {}),
  }

  useEventListener(window, 'keydown', (event) => {
    if (presenter.on || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    const action = actions[event.key]
    const target = event.target instanceof Element ? event.target : null
    if (!action || target?.closest(OWN_KEYS)) return
    if (event.key !== '?' && !hasPlayback()) return
    if (CHOOSES.has(event.key) && target?.closest(CHOOSING)) return
    if (event.key === ' ' && target?.closest(PRESSABLE)) return
    event.preventDefault()
    action()
  })
}
