import { useEventListener, useFileDialog } from '@vueuse/core'
import * as v from 'valibot'
import { useText } from '@renderer/composables/useText'
import { encodingOf } from '@shared/json/encoding'
import { faultOf, type Fault } from '@shared/json/fault'
import { parseJson } from '@shared/json/parse'
import { placeOf } from '@shared/json/place'
import { traceSchema } from '@shared/trace/schema'
import { isCapture } from '@renderer/capture/is-capture'
import { useCapture } from '@renderer/stores/capture'
import { useConnections } from '@renderer/stores/connections'
import { useToasts } from '@renderer/stores/toasts'

/** A file larger than this is no trace of ours: a trace is bounded by design. */
const MAX_BYTES = 64 * 1024 * 1024

export interface OpenTrace {
  /** Asks for a file and opens it. */
  pick(): void
  open(file: File): Promise<void>
}

/** Opens a capture file, or a session file that `Export` or `lab --json` wrote; what is neither is refused in words. */
export function useOpenTrace(): OpenTrace {
  const { t } = useText()
  const connections = useConnections()
  const capture = useCapture()
  const toasts = useToasts()

  const refuse = (name: string, reason: string): void =>
    toasts.show(t('open.refused', { name, reason }), { tone: 'trouble', about: 'open' })

  function notTrace(text: string, { path, kind, ...values }: Fault): string {
    const line = placeOf(text, path)?.line ?? '?'
    const problem = t(`open.fault.${kind}`, { ...values, path: path || t('open.whole') })
    return t('open.notTrace', { line, problem })
  }

  async function open(file: File): Promise<void> {
    if (await isCapture(file)) return capture.open(file)
    if (file.size > MAX_BYTES) return refuse(file.name, t('open.tooLarge'))
    const text = await read(file)
    if (text === null) return refuse(file.name, t('open.unreadable'))
    const content = parseJson(text)
    if (!content.ok) return refuse(file.name, t('open.notJson', content.error.params ?? {}))
    const parsed = v.safeParse(traceSchema, content.value)
    if (!parsed.success) return refuse(file.name, notTrace(text, faultOf(parsed.issues[0])))
    if (parsed.output.connections.length === 0) return refuse(file.name, t('open.noConnection'))
    connections.add(parsed.output, true)
    toasts.show(t('open.opened', { name: file.name }), { about: 'open' })
  }

  const { open: pick, onChange } = useFileDialog({
    accept: '.json,application/json,.pcap,.pcapng,.cap,.gz',
    multiple: false,
    reset: true,
  })
  onChange((files) => {
    const file = files?.[0]
    if (file) void open(file)
  })

  return { pick: () => pick(), open }
}

/** The text of a file; null where it has gone, or may not be read. */
async function read(file: File): Promise<string | null> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return new TextDecoder(encodingOf(bytes)).decode(bytes)
  } catch {
    return null
  }
}

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
