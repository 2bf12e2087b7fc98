import { useText } from '@renderer/composables/useText'
import { useLab } from '@renderer/stores/lab'
import { useToasts } from '@renderer/stores/toasts'
import { download } from './download'

type Mime = 'text/csv' | 'text/html'

/** Saves a text file the host's way: a dialog on the desktop, a download in the browser. */
export function useSaveFile(): (name: string, mime: Mime, data: string) => Promise<void> {
  const { t } = useText()
  const lab = useLab()
  const toasts = useToasts()

  return async (name, mime, data) => {
    const file = { mime, encoding: 'utf8' as const, data }
    if (lab.host === 'browser') {
      download(name, file)
      return toasts.show(t('export.downloaded', { name }))
    }
    const answer = await lab.call('saveFile', { name, ...file })
    if (answer.ok && answer.value.path !== null) toasts.show(t('export.saved', { path: answer.value.path }))
  }
}
