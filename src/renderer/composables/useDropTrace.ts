import { useEventListener } from '@vueuse/core'
import { useOpenTrace } from './useOpenTrace'

/** A session file dropped anywhere on the page is opened; without this the browser would leave the page for it. */
export function useDropTrace(): void {
  const { open } = useOpenTrace()
  useEventListener(window, 'dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
  })
  useEventListener(window, 'drop', (event) => {
    const [file] = event.dataTransfer?.files ?? []
    if (!file) return
    event.preventDefault()
    void open(file)
  })
}
